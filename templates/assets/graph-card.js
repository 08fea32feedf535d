/* PaperAtlas: a card beside a method of a drawing, when a pointer rests on it, when it has the focus, when it is tapped.
   It looks like the card of a citation; what it shows is in the page. */
(() => {
  "use strict";

  const DELAY = 120;
  const GAP = 6;
  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;

  shared.parts.card = (graph) => {
    const { figure, canvas, nodes, state, view } = graph;
    const card = document.createElement("div");
    let shownFor;
    let timer;
    let touched = false;

    card.className = "pa-cite-card pa-graph__card";
    card.id = `${figure.id}-card`;
    card.setAttribute("role", "group");
    card.hidden = true;
    view.append(card);
    // The card says what the browser's own tip would say.
    for (const node of nodes.values()) node.element.querySelector("title").remove();

    function place() {
      if (!shownFor) return;
      const box = shownFor.element.getBoundingClientRect();
      const frame = view.getBoundingClientRect();
      card.hidden = box.right < frame.left || box.left > frame.right;
      if (card.hidden) return;
      const left = Math.max(0, Math.min(box.left - frame.left, frame.width - card.offsetWidth));
      const height = card.offsetHeight + GAP;
      const above = box.bottom + height > window.innerHeight && box.top > height;
      card.classList.toggle("pa-cite-card--above", above);
      card.style.left = `${left}px`;
      card.style.top = `${(above ? box.top - height : box.bottom + GAP) - frame.top}px`;
    }

    function show(node) {
      clearTimeout(timer);
      if (shownFor === node) return;
      hide();
      const store = figure.querySelector(`template[data-pa-node="${CSS.escape(node.key)}"]`);
      if (!store) return;
      card.replaceChildren(store.content.cloneNode(true));
      card.setAttribute("aria-label", node.label);
      shownFor = node;
      const abstract = card.querySelector(".pa-cite-card__abstract");
      if (abstract) {
        abstract.id = `${card.id}-abstract`;
        node.element.setAttribute("aria-describedby", abstract.id);
      }
      place();
    }

    function hide() {
      clearTimeout(timer);
      shownFor?.element.removeAttribute("aria-describedby");
      shownFor = undefined;
      card.hidden = true;
    }

    function soon(action) {
      clearTimeout(timer);
      timer = setTimeout(action, DELAY);
    }

    function leave() {
      if (shownFor && shownFor.key !== state.hover) return;
      hide();
      graph.change({ hover: "" });
    }

    graph.moved = place;
    figure.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch" || event.buttons) return;
      const node = graph.nodeOf(event.target);
      if (node)
        soon(() => {
          show(node);
          graph.change({ hover: node.key });
        });
      else if (card.contains(event.target)) clearTimeout(timer);
      else soon(leave);
    });
    figure.addEventListener("pointerleave", () => soon(leave));
    figure.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (card.contains(to) || graph.nodeOf(to)) return;
      if (shownFor && shownFor.key === state.method) hide();
    });

    // The first tap on a method shows its card, in which its page and its code can be opened; a second tap opens the page.
    canvas.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
    canvas.addEventListener("click", (event) => {
      const node = graph.nodeOf(event.target);
      if (touched && node && shownFor !== node) {
        event.preventDefault();
        graph.change({ method: node.key });
        show(node);
      } else if (!node && !event.target.closest("a")) {
        hide();
        graph.change({ method: "" });
      }
    });
    figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
    });
    graph.watch((changed) => {
      if (!changed.includes("method")) return;
      const node = nodes.get(state.method);
      if (node) show(node);
      else if (!state.hover) hide();
    });
  };
  shared.start?.();
})();
