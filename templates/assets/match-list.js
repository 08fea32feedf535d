/* PaperAtlas: search in names and titles, and the list of matches below the field that was typed into. The graph and the
   map share both. */
(() => {
  "use strict";

  window.paperatlas ??= {};
  const shared = window.paperatlas;
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  /* A search in `items`, of which `textsOf` tells name and title: names that begin with what was typed, then names that
     hold it, then names with titles that hold all its words; otherwise in the order of the items. */
  shared.searchIn = (items, textsOf) => {
    let texts;

    function textsToSearch(item) {
      const [name, title] = textsOf(item);
      return { item, name: fold(name), whole: fold(`${name} ${title}`) };
    }

    return (typed) => {
      const wanted = fold(typed.trim());
      if (!wanted) return [];
      const words = wanted.split(/\s+/);
      const ranks = [[], [], []];
      texts ??= items.map(textsToSearch);
      for (const { item, name, whole } of texts) {
        if (name.startsWith(wanted)) ranks[0].push(item);
        else if (name.includes(wanted)) ranks[1].push(item);
        else if (words.every((word) => whole.includes(word))) ranks[2].push(item);
      }
      return ranks.flat();
    };
  };

  /* Make a combobox of a field and a list. `search` finds what matches, of which the first `most` are listed;
     `describe` tells an item's name and what stands after it, as text or elements; `pick` does what the reader chose it for. That nothing
     matches stands in the list as `none`, or is told by `searched(typed, count)`. */
  shared.matchList = ({ input, list, most, search, describe, pick, none = "", searched = () => {} }) => {
    let found = [];
    let active = 0;

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      active = (index + found.length) % found.length;
      for (const [at, option] of Array.from(list.children).entries()) {
        option.setAttribute("aria-selected", String(at === active));
      }
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }

    function element(...content) {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.append(...content);
      return option;
    }

    function optionOf(item, index) {
      const [label, ...rest] = describe(item);
      const name = document.createElement("b");
      name.append(label);
      const more = rest.filter(Boolean).flatMap((part, at) => [at ? " · " : " ", part]);
      const option = element(name, ...more);
      option.id = `${list.id}-${index}`;
      option.addEventListener("click", () => choose(item));
      return option;
    }

    function look() {
      const typed = input.value.trim();
      const matches = search(typed);
      found = matches.slice(0, most);
      list.replaceChildren(...found.map(optionOf));
      if (typed && !found.length && none) {
        list.append(element(none));
        list.lastElementChild.setAttribute("aria-disabled", "true");
      }
      list.hidden = !list.hasChildNodes();
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (found.length) mark(0);
      else input.removeAttribute("aria-activedescendant");
      searched(typed, matches.length);
    }

    function choose(item) {
      close();
      const [label] = describe(item);
      input.value = label.textContent ?? label;
      pick(item);
    }

    input.addEventListener("input", look);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", close);
    // A click on a match must not first take the focus, and with it the list, away.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !list.hidden && found.length > 0;
      if (event.key === "Enter" && open) choose(found[active]);
      else if (event.key === "ArrowDown" && open) mark(active + 1);
      else if (event.key === "ArrowUp" && open) mark(active - 1);
      else if (event.key === "ArrowDown" && input.value) look();
      else if (event.key === "Escape" && !list.hidden) close();
      else return;
      event.preventDefault();
    });
  };

  // A graph whose other scripts were here first has waited for this one.
  window.paperatlasGraph?.start?.();
})();
