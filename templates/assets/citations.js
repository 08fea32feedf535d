/* PaperAtlas: a card beside a citation, on hover and on focus. What it shows is in the page; without this script citations
   are plain links. */
(() => {
  "use strict";

  // It is here already where a theme swaps pages: what it listens to is the whole document.
  window.paperatlas ??= {};
  const shared = window.paperatlas;
  if (shared.unfoldReference) {
    shared.unfoldReference();
    return;
  }

  const DELAY = 120;
  const GAP = 6;
  const MARGIN = 8;
  let card;
  let shownFor;
  let timer;

  const storeOf = (link) => document.querySelector(`template[data-pa-card-of="${CSS.escape(link.dataset.paCard)}"]`);
  const linkOf = (event) => (event.target instanceof Element ? event.target.closest("a.pa-cite[data-pa-card]") : null);

  function element() {
    if (!card?.isConnected) {
      card = document.createElement("div");
      card.className = "pa-cite-card";
      card.id = "pa-cite-card";
      card.setAttribute("role", "tooltip");
      card.hidden = true;
      document.body.append(card);
    }
    return card;
  }

  function place(link) {
    // A citation that is broken over two lines has two boxes: the card belongs to its first.
    const box = link.getClientRects()[0];
    if (!box) return;
    const room = document.documentElement.clientWidth;
    const left = Math.max(MARGIN, Math.min(box.left, room - card.offsetWidth - MARGIN));
    const last = link.getClientRects()[link.getClientRects().length - 1];
    const above = last.bottom + GAP + card.offsetHeight > window.innerHeight && box.top > card.offsetHeight + GAP;
    const top = above ? box.top - card.offsetHeight - GAP : last.bottom + GAP;
    card.classList.toggle("pa-cite-card--above", above);
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${top + window.scrollY}px`;
  }

  function show(link) {
    clearTimeout(timer);
    if (shownFor === link) return;
    hide();
    const store = storeOf(link);
    if (!store) return;
    element().replaceChildren(store.content.cloneNode(true));
    card.hidden = false;
    shownFor = link;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    if (shownFor) shownFor.removeAttribute("aria-describedby");
    shownFor = undefined;
    if (card) card.hidden = true;
  }

  function soon(action) {
    clearTimeout(timer);
    timer = setTimeout(action, DELAY);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkOf(event);
    if (link) soon(() => show(link));
    else if (card?.contains(event.target)) clearTimeout(timer);
    else if (shownFor && shownFor !== document.activeElement) soon(hide);
    else if (!shownFor) clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (!link) hide();
  });
  document.addEventListener("focusout", (event) => {
    if (linkOf(event) === shownFor) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", hide);
  window.addEventListener("resize", hide);

  // A link to a reference that is folded away unfolds it.
  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target?.classList.contains("pa-ref") && target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  }
  shared.unfoldReference = unfold;
  window.addEventListener("hashchange", unfold);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", unfold);
  else unfold();
})();
