/* PaperAtlas: find a method in a drawing by its name or the title of its paper. */
(() => {
  "use strict";

  const MOST = 8;
  const shared = (window.paperatlasGraph ??= { parts: {} });
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  /* Names that begin with the words, then names that hold them, then titles that do. */
  function rank(node, words) {
    const name = plain(node.label);
    if (name.startsWith(words)) return 0;
    if (name.includes(words)) return 1;
    const title = `${name} ${plain(node.title)}`;
    return words.split(/\s+/).every((word) => title.includes(word)) ? 2 : 3;
  }

  shared.parts.find = (graph) => {
    const input = graph.tools.querySelector("input[type=search]");
    const list = graph.tools.querySelector(".pa-graph__found");
    let found = [];
    let active = 0;

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      active = (index + found.length) % found.length;
      Array.from(list.children).forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }

    function option(node, index) {
      const item = document.createElement("li");
      item.id = `${list.id}-${index}`;
      item.setAttribute("role", "option");
      const name = document.createElement("b");
      name.textContent = node.label;
      item.append(name);
      const more = [node.title === node.label ? "" : node.title, node.year || ""].filter(Boolean).join(" · ");
      if (more) item.append(" ", more);
      item.addEventListener("click", () => pick(node));
      return item;
    }

    function look() {
      const words = plain(input.value.trim());
      const ranked = words ? Array.from(graph.nodes.values(), (node) => ({ node, rank: rank(node, words) })) : [];
      const matches = ranked.filter((match) => match.rank < 3).sort((a, b) => a.rank - b.rank);
      found = matches.slice(0, MOST).map((match) => match.node);
      list.replaceChildren(...found.map(option));
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (found.length) mark(0);
      else input.removeAttribute("aria-activedescendant");
      const said = matches.length ? input.dataset.paMatches.replace("{count}", matches.length) : input.dataset.paNone;
      if (words) graph.say(said);
      else graph.tell();
    }

    function pick(node) {
      close();
      graph.tell();
      input.value = node.label;
      // A method that the filters hide is what the reader wants all the same.
      if (!node.shown) graph.change({ types: [], groups: [], from: "", to: "" });
      graph.goTo(node, true);
    }

    input.addEventListener("input", look);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", close);
    // A click on a match must not first take the focus, and with it the list, away.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !list.hidden;
      if (event.key === "Enter" && open) pick(found[active]);
      else if (event.key === "ArrowDown" && open) mark(active + 1);
      else if (event.key === "ArrowUp" && open) mark(active - 1);
      else if (event.key === "ArrowDown" && input.value) look();
      else if (event.key === "Escape" && open) close();
      else return;
      event.preventDefault();
    });
  };
  shared.start?.();
})();
