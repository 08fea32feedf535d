/* PaperAtlas: find a paper on the map by its name or title. */
(() => {
  "use strict";

  const MOST = 10;
  const shared = (window.paperatlasMap ??= {});

  shared.find = (figure, model, choose) => {
    const input = figure.querySelector("#map-find");
    const list = figure.querySelector("#map-found");
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

    function option(paper, index) {
      const item = document.createElement("li");
      item.id = `${list.id}-${index}`;
      item.setAttribute("role", "option");
      const name = document.createElement("b");
      name.textContent = model.name[paper];
      const more = [model.title[paper], model.year[paper]].filter(Boolean).join(" · ");
      item.append(name, more ? ` ${more}` : "");
      item.addEventListener("click", () => pick(paper));
      return item;
    }

    function look() {
      const wanted = input.value.trim();
      found = model.find(wanted, MOST);
      list.replaceChildren(...found.map(option));
      if (wanted && !found.length) {
        const none = document.createElement("li");
        none.textContent = figure.dataset.paNone;
        none.setAttribute("aria-disabled", "true");
        none.setAttribute("role", "option");
        list.append(none);
      }
      list.hidden = !wanted;
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (found.length) mark(0);
      else input.removeAttribute("aria-activedescendant");
    }

    function pick(paper) {
      close();
      input.value = model.name[paper];
      choose(paper, true);
    }

    input.addEventListener("input", look);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", close);
    // A click on a match must not first take the focus, and with it the list, away.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !list.hidden && found.length > 0;
      if (event.key === "Enter") open && pick(found[active]);
      else if (event.key === "ArrowDown" && open) mark(active + 1);
      else if (event.key === "ArrowUp" && open) mark(active - 1);
      else if (event.key === "Escape" && !list.hidden) close();
      else return;
      event.preventDefault();
    });
  };
})();
