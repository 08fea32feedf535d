/* PaperAtlas: Material's search loads its index when a reader wants to search, and not with every page; in a site of
   several languages it loads that of the page's language. It lists pages by their names first. Material runs this before its own script. Where the theme does
   something else than is expected here, it does what it does without this. */
(() => {
  "use strict";

  const INDEX = /\/search\/search_index\.json$/;
  const SEARCH = '[data-md-component="search"]';
  const NAMELESS = 4; // the rank of a page that is not found by a name

  const here = new URL(document.currentScript.src);
  const root = new URL("..", here);
  const [first, ...others] = (here.searchParams.get("languages") ?? "").split(",");
  const path = location.pathname.slice(root.pathname.length);
  const language = others.find((each) => path.startsWith(`${each}/`)) ?? first;

  /* A search is wanted when its field has the focus, however it came there, and when an address says what to look for
     (`q`) or what to mark (`h`). */
  const wanted = new Promise((resolve) => {
    const asked = new URLSearchParams(location.search);
    if (asked.has("q") || asked.has("h")) resolve();
    document.addEventListener("focusin", ({ target }) => target.closest(SEARCH) && resolve());
    document.addEventListener("DOMContentLoaded", () => document.querySelector(`${SEARCH} input`) ?? resolve());
  });

  /* Material's dialog has no name; that of its field says what it is. */
  document.addEventListener("DOMContentLoaded", () => {
    const dialog = document.querySelector(`${SEARCH}[role="dialog"]:not([aria-label])`);
    dialog?.setAttribute("aria-label", dialog.querySelector("input")?.getAttribute("aria-label") ?? "");
    // The kind of each result would be a landmark, none of which has a name.
    const list = dialog?.querySelector(".md-search-result__list");
    const name = () => {
      for (const nav of list.querySelectorAll("nav.md-tags:not([role])")) nav.setAttribute("role", "none");
      for (const title of list.querySelectorAll("a[href] h1:not([lang])")) {
        const { pathname } = new URL(title.closest("a").href);
        if (languages.has(pathname)) title.lang = languages.get(pathname);
      }
    };
    if (list) new MutationObserver(name).observe(list, { childList: true });
  });

  /* Escape closes the search, and leads back to where the reader was. */
  let before;
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (target.closest(SEARCH) && !relatedTarget?.closest(SEARCH)) before = relatedTarget;
  });
  document.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape" || !target.closest?.(SEARCH)) return;
    setTimeout(() => document.activeElement === document.body && before?.focus());
  });

  /* The languages of titles that are not in that of the page, by the paths of their pages. */
  const languages = new Map();
  function learn(pages) {
    for (const { location, lang } of pages.flat()) if (lang) languages.set(new URL(location, root).pathname, lang);
  }

  const { open, send } = XMLHttpRequest.prototype;
  const waiting = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    if (!INDEX.test(address)) return open.call(this, method, address, ...more);
    waiting.add(this);
    return open.call(this, method, language ? new URL(`search/${language}.json`, root).href : address, ...more);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (waiting.delete(this)) wanted.then(() => send.apply(this, body));
    else send.apply(this, body);
  };

  /* The words of a name are found in many titles: a page that has it, or begins with it, comes before others, a direction
     before the papers of its methods, as in search.js. Enter opens what has the highest score. */
  function rank({ kind, exact }, text) {
    const before = kind === "direction" ? 0 : 1;
    if (exact.includes(text)) return before;
    return exact.some((name) => name.startsWith(text)) ? before + 2 : NAMELESS;
  }

  /* The theme never looks for the last character of Chinese words whose first one is a word as well: of 扩散 it looks for
     扩, and finds 扩充. What has all that was typed comes before what has not. */
  const HAN = /\p{sc=Han}/u;
  const plain = (html) => html.replace(/<[^>]*>|\u200b/g, "").toLowerCase();

  function demoteOthers(pages, text) {
    const words = text.split(/\s+/).filter((word) => HAN.test(word));
    if (!words.length) return;
    const lacking = new Set();
    for (const entries of pages) {
      const found = entries.map((entry) => plain(`${entry.title} ${entry.text}`)).join(" ");
      if (words.every((word) => found.includes(word))) continue;
      lacking.add(entries);
      for (const entry of entries) entry.score /= 1000; // Enter opens the highest
    }
    pages.sort((a, b) => lacking.has(a) - lacking.has(b));
  }

  function reorder(pages, text) {
    demoteOthers(pages, text);
    const best = Math.max(...pages.flat().map((entry) => entry.score));
    const ranks = new Map();
    for (const entries of pages) {
      const at = entries.findIndex((entry) => entry.exact);
      const found = at < 0 ? NAMELESS : rank(entries[at], text);
      ranks.set(entries, found);
      if (found === NAMELESS) continue;
      const [entry] = entries.splice(at, 1);
      entry.score = best + NAMELESS - found;
      entries.unshift(entry);
    }
    pages.sort((a, b) => ranks.get(a) - ranks.get(b));
  }

  const Worker = window.Worker;
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      // It is told before the theme is, and both get the same object.
      this.addEventListener("message", ({ data }) => {
        const text = document.querySelector(`${SEARCH} input`)?.value.trim().toLowerCase();
        const pages = data?.data?.items;
        if (!Array.isArray(pages) || !pages.every(Array.isArray)) return;
        learn(pages);
        if (text) reorder(pages, text);
      });
    }
  };
})();
