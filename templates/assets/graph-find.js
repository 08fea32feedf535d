/* PaperAtlas: find a method in a drawing by its name or the title of its paper. */
(() => {
  "use strict";

  const MOST = 8;
  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;

  shared.parts.find = (graph) => {
    const { matchList, searchIn } = window.paperatlas;
    const input = graph.tools.querySelector("input[type=search]");

    function searched(typed, count) {
      if (!typed) graph.tell();
      else graph.say(count ? input.dataset.paMatches.replace("{count}", count) : input.dataset.paNone);
    }

    function pick(node) {
      graph.tell();
      // A method that the filters hide is what the reader wants all the same.
      if (!node.shown) graph.change({ types: [], groups: [], from: "", to: "" });
      graph.goTo(node, true);
    }

    matchList({
      input,
      list: graph.tools.querySelector(".pa-graph__found"),
      most: MOST,
      search: searchIn(Array.from(graph.nodes.values()), (node) => [node.label, node.title]),
      describe: (node) => [node.label, node.title === node.label ? "" : node.title, node.year],
      pick,
      searched,
    });
  };
  shared.start?.();
})();
