/* PaperAtlas: a drawing of related methods comes alive. This file holds what is drawn and what the reader chose; each
   graph-….js is one part, which changes the choice or shows it. The parts and match-list.js may arrive in any order, and
   arrive again with every page of a theme that swaps pages. Without them the drawing is whole and still. */
(() => {
  "use strict";

  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;
  if (shared.start) {
    shared.start();
    return;
  }

  /* What the reader chose. Empty lists and texts choose nothing. A type of relation is "" for those the legend counts
     as leading elsewhere; `method` is the key of the method that is picked, `hover` of the one under the pointer.
     Citations are seen besides all that. */
  const nothing = () => ({ types: [], groups: [], from: "", to: "", method: "", hover: "" });

  function readNodes(figure) {
    const read = (element) => [
      element.dataset.key,
      {
        element,
        key: element.dataset.key,
        group: element.dataset.group,
        year: Number(element.dataset.year) || 0,
        label: Array.from(element.querySelectorAll(".pa-node__label tspan"), (line) => line.textContent).join(""),
        title: element.querySelector("title").textContent,
        edges: [],
        shown: true,
      },
    ];
    return new Map(Array.from(figure.querySelectorAll("a.pa-node"), read));
  }

  function readEdges(figure, nodes) {
    return Array.from(figure.querySelectorAll(".pa-graph__edges path[data-source]"), (element) => {
      const { source, target, type } = element.dataset;
      const faint = element.classList.contains("pa-line--faint");
      const edge = { element, source: nodes.get(source), target: nodes.get(target), type, faint, shown: true };
      edge.source.edges.push(edge);
      edge.target.edges.push(edge);
      return edge;
    });
  }

  function make(figure) {
    const watchers = [];
    const nodes = readNodes(figure);
    const graph = {
      figure,
      nodes,
      edges: readEdges(figure, nodes),
      canvas: figure.querySelector(".pa-graph__canvas"),
      svg: figure.querySelector(".pa-graph__svg"),
      view: figure.querySelector(".pa-graph__view"),
      tools: figure.querySelector(".pa-graph__tools"),
      tool: (name) => figure.querySelector(`[data-pa-tool="${name}"]`),
      words: figure.querySelector("[data-pa-leave]").dataset,
      say: (text) => (figure.querySelector(".pa-graph__status").textContent = text),
      nodeOf: (target) => (target instanceof Element ? nodes.get(target.closest("a.pa-node")?.dataset.key) : undefined),
      still: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
      state: { ...nothing(), cites: "" },
      nothing,
      /* A watcher is called now and after every change, with the names of what changed. */
      watch(watcher) {
        watchers.push(watcher);
        watcher(Object.keys(graph.state));
      },
      change(patch) {
        // As JSON, for a list of one empty text is not an empty list.
        const differs = (name) => JSON.stringify(graph.state[name]) !== JSON.stringify(patch[name]);
        const changed = Object.keys(patch).filter(differs);
        if (!changed.length) return;
        Object.assign(graph.state, patch);
        for (const watcher of watchers) watcher(changed);
      },
    };
    return graph;
  }

  function setUp(figure) {
    const parts = figure.dataset.paParts.split(" ");
    const complete = window.paperatlas?.matchList && parts.every((name) => shared.parts[name]);
    if (figure.dataset.paReady || !complete) return;
    figure.dataset.paReady = "yes";
    const graph = make(figure);
    for (const name of parts) shared.parts[name](graph);
    figure.classList.add("pa-graph--live");
  }

  shared.start = () => document.querySelectorAll("figure[data-pa-parts]").forEach(setUp);
  if (window.document$) window.document$.subscribe(shared.start);
  shared.start();
})();
