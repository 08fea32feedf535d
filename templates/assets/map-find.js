/* PaperAtlas: find a paper on the map by its name or title; the most related come first. */
(() => {
  "use strict";

  const MOST = 10;
  window.paperatlasMap ??= {};

  window.paperatlasMap.find = (figure, model, choose) => {
    const { matchList, searchIn } = window.paperatlas;
    matchList({
      input: figure.querySelector("#map-find"),
      list: figure.querySelector("#map-found"),
      most: MOST,
      search: searchIn(model.byDegree, (paper) => [model.name[paper], model.title[paper] || ""]),
      describe: (paper) => [model.name[paper], model.title[paper], model.year[paper]],
      pick: (paper) => choose(paper, true),
      none: figure.dataset.paNone,
    });
  };
})();
