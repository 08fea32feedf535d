/* PaperAtlas: find a paper on the map by its name or title; the most related come first. */
(() => {
  "use strict";

  const MOST = 10;
  window.paperatlasMap ??= {};

  window.paperatlasMap.find = (figure, model, choose) => {
    const { matchList, searchIn } = window.paperatlas;

    /* A title, in the language that it is in. */
    function titled(text, paper) {
      const language = model.language(paper);
      return language ? Object.assign(document.createElement("span"), { textContent: text, lang: language }) : text;
    }

    matchList({
      input: figure.querySelector("#map-find"),
      list: figure.querySelector("#map-found"),
      most: MOST,
      search: searchIn(model.byDegree, (paper) => [model.name[paper], model.title[paper] || ""]),
      describe(paper) {
        const [name, title, year] = [model.name[paper], model.title[paper], model.year[paper]];
        return title ? [name, titled(title, paper), year] : [titled(name, paper), "", year];
      },
      pick: (paper) => choose(paper, true),
      none: figure.dataset.paNone,
    });
  };
})();
