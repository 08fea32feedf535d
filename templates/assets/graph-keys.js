/* PaperAtlas: a drawing from the keyboard. It is one stop of the Tab key; inside, arrows go to the nearest method on that
   side, Page Down and Page Up through all of them, Home and End to the first and the last. */
(() => {
  "use strict";

  const ACROSS = 2.5;
  const SIDES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const STEPS = { PageDown: 1, PageUp: -1 };
  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;

  shared.parts.keys = (graph) => {
    const { canvas, state } = graph;
    const all = Array.from(graph.nodes.values());
    const shown = () => all.filter((node) => node.shown);
    const hint = graph.figure.querySelector(".pa-graph__keys");
    const middles = new Map();
    for (const node of all) {
      const box = node.element.querySelector(".pa-box").getBBox();
      middles.set(node, [box.x + box.width / 2, box.y + box.height / 2]);
    }

    /* The method nearest to one side; what lies askew counts as farther away. */
    function beside(from, [dx, dy]) {
      const [x, y] = middles.get(from);
      let best;
      let least = Infinity;
      for (const node of shown()) {
        const [toX, toY] = middles.get(node);
        const along = (toX - x) * dx + (toY - y) * dy;
        const across = Math.abs((toX - x) * dy) + Math.abs((toY - y) * dx);
        const far = along + ACROSS * across;
        if (along > 1 && far < least) [best, least] = [node, far];
      }
      return best;
    }

    function target(node, key) {
      const order = shown();
      if (SIDES[key]) return beside(node, SIDES[key]);
      if (key === "Home") return order[0];
      if (key === "End") return order[order.length - 1];
      return order[order.indexOf(node) + STEPS[key]];
    }

    graph.goTo = (node, middle) => {
      graph.change({ method: node.key, hover: "" });
      node.element.focus({ preventScroll: true });
      graph.reveal(node, middle, middle && !graph.still() ? "smooth" : "instant");
      graph.moved?.();
    };

    canvas.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const node = graph.nodeOf(event.target);
      if (event.key === "Escape" && (node || state.method)) {
        event.preventDefault();
        graph.change({ method: "" });
        canvas.focus({ preventScroll: true });
      } else if (node && (SIDES[event.key] || STEPS[event.key] || ["Home", "End"].includes(event.key))) {
        event.preventDefault();
        const next = target(node, event.key);
        if (next) graph.goTo(next, false);
      }
    });
    canvas.addEventListener("focusin", (event) => {
      const node = graph.nodeOf(event.target);
      if (!node?.element.matches(":focus-visible") || state.method === node.key) return;
      graph.change({ method: node.key });
      graph.reveal(node, false);
    });
    hint.hidden = false;
    canvas.setAttribute("aria-describedby", hint.id);

    graph.watch((changed) => {
      if (changed.every((name) => name === "hover")) return;
      const stop = graph.nodes.get(state.method) ?? shown()[0];
      for (const node of all) node.element.setAttribute("tabindex", node === stop ? "0" : "-1");
    });
  };
  shared.start?.();
})();
