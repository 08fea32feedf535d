/* PaperAtlas: the citations between the papers of a drawing, which say less than its relations: thin straight lines below
   these, made when a reader switches them on. A node lists what it cites by the places of nodes in the drawing. */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;

  function middle({ element }) {
    const box = element.querySelector(".pa-box");
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(box.getAttribute(name)));
    return `${x + width / 2},${y + height / 2}`;
  }

  shared.parts.cites = (graph) => {
    const { figure, state } = graph;
    const button = graph.tool("cites");
    let lines;

    function draw() {
      const nodes = Array.from(graph.nodes.values());
      const layer = document.createElementNS(SVG, "g");
      layer.setAttribute("class", "pa-graph__cites");
      layer.setAttribute("aria-hidden", "true");
      const found = nodes.flatMap((citing) => {
        const places = citing.element.dataset.cites?.split(" ") ?? [];
        return places.map((place) => ({ citing, cited: nodes[Number(place)] }));
      });
      lines = found.map(({ citing, cited }) => {
        const element = document.createElementNS(SVG, "path");
        element.setAttribute("d", `M${middle(citing)}L${middle(cited)}`);
        const title = document.createElementNS(SVG, "title");
        title.textContent = button.dataset.paCites.replace("{citing}", citing.label).replace("{cited}", cited.label);
        element.append(title);
        layer.append(element);
        return { element, citing, cited };
      });
      figure.querySelector(".pa-graph__edges").before(layer);
    }

    button.addEventListener("click", () => graph.change({ cites: state.cites ? "" : "yes" }));
    graph.watch(() => {
      button.setAttribute("aria-pressed", String(Boolean(state.cites)));
      figure.classList.toggle("pa-graph--cites", Boolean(state.cites));
      if (!state.cites) return;
      if (!lines) draw();
      const lit = state.hover || state.method;
      for (const { element, citing, cited } of lines) {
        element.classList.toggle("pa-off", !citing.shown || !cited.shown);
        element.classList.toggle("pa-lit", Boolean(lit) && (citing.key === lit || cited.key === lit));
      }
    });
  };
  shared.start?.();
})();
