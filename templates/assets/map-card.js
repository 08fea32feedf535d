/* PaperAtlas: the card of the paper that is pointed at or chosen, with its relations, drawn over the map. */
(() => {
  "use strict";

  const MOST = 8;
  window.paperatlasMap ??= {};
  const shared = window.paperatlasMap;

  shared.card = (figure, map, model, { tiles, latLng, choose }) => {
    const card = figure.querySelector(".pa-map__card");
    const content = card.querySelector("div");
    const drawing = L.layerGroup().addTo(map);
    // Not L.canvas: that would be a second canvas of the window's size, painted anew with every step of a pan.
    const renderer = L.svg({ padding: 0.5 });

    const element = (tag, className, text = "") => {
      const made = document.createElement(tag);
      made.className = className;
      made.textContent = text;
      return made;
    };

    /* An element with the title of a paper says in which language it is; a name that is not the title says nothing. */
    function inLanguage(made, paper, isTitle) {
      const language = isTitle && model.language(paper);
      if (language) made.lang = language;
      return made;
    }

    function where(paper) {
      const [group, region] = model.groups[model.group[paper]];
      const parts = [model.year[paper] || "", model.regions[region][0], group];
      return parts.filter(Boolean).join(" · ");
    }

    /* The relations as sentences; each other paper is a button that goes to it. */
    function related(found) {
      const list = element("ul", "pa-map__related");
      const ranked = [...found].sort((a, b) => model.degree[b[1]] - model.degree[a[1]] || a[0] - b[0]);
      for (const [relation, other, states] of ranked.slice(0, MOST)) {
        const item = element("li", "");
        const [, label, inverse] = model.types[model.type(relation)];
        const button = inLanguage(element("button", "", model.name[other]), other, !model.title[other]);
        button.type = "button";
        button.addEventListener("click", () => {
          choose(other, true);
          // The button is gone: whoever came by keyboard goes on from the other paper's name.
          content.querySelector("a").focus();
        });
        item.append(`${states ? label : inverse} `, button);
        list.append(item);
      }
      if (found.length > MOST) {
        list.append(element("li", "pa-hint", figure.dataset.paMore.replace("{count}", found.length - MOST)));
      }
      return list;
    }

    function highlight(paper, found) {
      drawing.clearLayers();
      const at = (one) => latLng(model.x[one], model.y[one]);
      const zoom = map.getZoom();
      const shape = { interactive: false, renderer };
      for (const [, other, states] of found) {
        const className = states ? "pa-map__line" : "pa-map__line pa-map__line--in";
        drawing.addLayer(L.polyline([at(paper), at(other)], { ...shape, className }));
      }
      const ring = (one, className, more) =>
        drawing.addLayer(L.circleMarker(at(one), { ...shape, className, radius: tiles.radius(one, zoom) + more }));
      for (const [, other] of found) ring(other, "pa-map__ring", 2);
      ring(paper, "pa-map__ring pa-map__ring--chosen", 4);
    }

    function show(paper, chosen) {
      const found = model.relationsOf(paper);
      highlight(paper, found);
      const title = model.title[paper];
      const link = inLanguage(element("a", "pa-map__name", model.name[paper]), paper, !title);
      link.href = model.href(paper);
      content.replaceChildren(link);
      if (title) content.append(inLanguage(element("p", "pa-map__title", title), paper, true));
      content.append(element("p", "pa-hint", where(paper)));
      if (found.length && chosen) content.append(related(found));
      card.classList.toggle("pa-map__card--chosen", chosen);
      card.hidden = false;
    }

    function hide() {
      drawing.clearLayers();
      card.hidden = true;
    }

    return {
      show,
      hide,
      highlight: (paper) => highlight(paper, model.relationsOf(paper)),
      link: () => content.querySelector("a"),
      close: card.querySelector(".pa-map__close"),
    };
  };
})();
