/* PaperAtlas: the address remembers what is chosen in a drawing, and a link to it can be copied. */
(() => {
  "use strict";

  const SHOWN_FOR = 2500;
  const SETTLED = 250;
  const LISTS = { types: "type", groups: "group" };
  const TEXTS = ["from", "to", "method", "cites"];
  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;

  shared.parts.link = (graph) => {
    const { figure, state } = graph;
    const button = graph.tool("link");
    let timer;
    let settling;

    /* The address with the choice in place of an earlier one; what else a page keeps there stays. */
    function address() {
      const url = new URL(location.href);
      for (const name of [...Object.values(LISTS), ...TEXTS, "view"]) url.searchParams.delete(name);
      for (const [key, name] of Object.entries(LISTS))
        for (const item of state[key]) url.searchParams.append(name, item);
      for (const name of TEXTS) if (state[name]) url.searchParams.set(name, state[name]);
      const view = figure.classList.contains("pa-graph--full") ? "" : graph.viewAsText();
      if (view) url.searchParams.set("view", view);
      return url;
    }

    function restore() {
      const query = new URL(location.href).searchParams;
      const known = {
        types: new Set(Array.from(figure.querySelectorAll(".pa-legend__row[data-type]"), (row) => row.dataset.type)),
        groups: new Set(Array.from(graph.nodes.values()).flatMap((node) => [node.group, node.group.split("/")[0]])),
      };
      const choice = {};
      for (const [key, name] of Object.entries(LISTS))
        choice[key] = query.getAll(name).filter((item) => known[key].has(item));
      for (const name of ["from", "to"]) choice[name] = /^\d{1,4}$/.test(query.get(name) ?? "") ? query.get(name) : "";
      choice.cites = graph.tool("cites") && query.get("cites") ? "yes" : "";
      choice.method = graph.nodes.has(query.get("method")) ? query.get("method") : "";
      graph.change(choice);
      // A link leads to the drawing; an address that only remembers leaves the page where it was.
      const led = location.hash === `#${figure.id}`;
      const lead = () => {
        if (query.has("view")) graph.viewFromText(query.get("view"), led);
        else if (choice.method && led) graph.reveal(graph.nodes.get(choice.method), true);
        graph.moved?.();
      };
      lead();
      // Until a page is whole, browsers go on leading to the top of what the address names.
      if (led && document.readyState !== "complete")
        window.addEventListener("load", () => requestAnimationFrame(lead), { once: true });
    }

    /* Browsers count how often an address changes: it waits until the reader is done. */
    function remember() {
      clearTimeout(settling);
      settling = setTimeout(() => {
        const url = address();
        if (figure.isConnected && url.href !== location.href) history.replaceState(history.state, "", url);
      }, SETTLED);
    }

    async function copy() {
      const url = address();
      url.hash = figure.id;
      let text = graph.words.paCopied;
      try {
        await navigator.clipboard.writeText(url.href);
      } catch {
        // Pages opened from disk or over plain http have no clipboard to write to.
        history.replaceState(history.state, "", url);
        text = graph.words.paNotCopied;
      }
      graph.say(text);
      clearTimeout(timer);
      timer = setTimeout(graph.tell, SHOWN_FOR);
    }

    restore();
    graph.remember = remember;
    graph.watch((changed) => {
      if (!changed.every((name) => name === "hover")) remember();
    });
    button.addEventListener("click", copy);
  };
  shared.start?.();
})();
