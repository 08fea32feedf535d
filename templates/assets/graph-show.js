/* PaperAtlas: what of a drawing is shown. The legend's rows, years and groups filter it; a method that is pointed at or
   picked lights its neighbourhood. */
(() => {
  "use strict";

  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;
  const without = (list, item) => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);
  const within = (group, slug) => group === slug || group.startsWith(`${slug}/`);

  shared.parts.show = (graph) => {
    const { figure, nodes, edges, state } = graph;
    const status = figure.querySelector(".pa-graph__status");
    const clear = graph.tool("clear");
    const buttons = [];

    /* No type and no group chosen means all of them: the first choice is the one to see alone. */
    function filter() {
      const { types, groups, from, to } = state;
      const wanted = (node) =>
        (!groups.length || groups.some((slug) => within(node.group, slug))) &&
        (!from || node.year >= Number(from)) &&
        (!to || (node.year > 0 && node.year <= Number(to)));
      for (const node of nodes.values()) node.shown = wanted(node);
      for (const edge of edges) {
        const chosen = !types.length || types.includes(edge.type) || (edge.faint && types.includes(""));
        edge.shown = chosen && edge.source.shown && edge.target.shown;
        edge.element.classList.toggle("pa-off", !edge.shown);
      }
      for (const node of nodes.values()) {
        node.shown = node.shown && (!types.length || node.edges.some((edge) => edge.shown));
        node.element.classList.toggle("pa-off", !node.shown);
      }
    }

    function light() {
      const lit = nodes.get(state.hover) || nodes.get(state.method);
      const near = new Set();
      const ways = new Set();
      for (const edge of lit ? lit.edges : []) {
        if (!edge.shown) continue;
        ways.add(edge);
        near.add(edge.source).add(edge.target);
      }
      figure.classList.toggle("pa-graph--lit", Boolean(lit));
      for (const node of nodes.values()) {
        node.element.classList.toggle("pa-lit", node === lit || near.has(node));
        node.element.classList.toggle("pa-picked", node === lit);
      }
      for (const edge of edges) edge.element.classList.toggle("pa-lit", ways.has(edge));
    }

    function tell() {
      const { types, groups, from, to, method } = state;
      const filtered = Boolean(types.length || groups.length || from || to);
      const shown = Array.from(nodes.values()).filter((node) => node.shown).length;
      const text = status.dataset.paShown.replace("{shown}", shown).replace("{total}", nodes.size);
      graph.say(filtered ? text : "");
      clear.disabled = !filtered && !method;
    }

    graph.tell = tell;

    function asButton(row, chosen, choose) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pa-legend__button";
      button.append(...row.childNodes);
      button.addEventListener("click", choose);
      row.append(button);
      buttons.push(() => button.setAttribute("aria-pressed", String(chosen())));
    }

    for (const row of figure.querySelectorAll(".pa-legend__row")) {
      const name = "type" in row.dataset ? "types" : "groups";
      const slug = row.dataset.type ?? row.dataset.group;
      asButton(
        row,
        () => state[name].includes(slug),
        () => graph.change({ [name]: without(state[name], slug) }),
      );
    }
    function asSelect(name, key, choose) {
      const select = graph.tool(name);
      if (!select) return;
      select.addEventListener("change", () => graph.change(choose(select.value)));
      buttons.push(() => {
        select.value = String(state[key]);
        if (select.selectedIndex < 0) select.value = "";
      });
    }

    // One end of the years takes the other along rather than pass it.
    asSelect("from", "from", (from) => (state.to && from > state.to ? { from, to: from } : { from }));
    asSelect("to", "to", (to) => (to && state.from > to ? { from: to, to } : { to }));
    asSelect("group", "groups", (slug) => ({ groups: slug ? [slug] : [] }));
    clear.addEventListener("click", () => {
      graph.change(graph.nothing());
      graph.tools.querySelector("input").focus();
    });

    graph.watch((changed) => {
      const filters = changed.some((name) => !["hover", "method", "cites"].includes(name));
      if (filters) {
        filter();
        for (const update of buttons) update();
      }
      light();
      if (filters || changed.includes("method")) tell();
    });
  };
  shared.start?.();
})();
