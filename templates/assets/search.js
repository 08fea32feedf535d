/* PaperAtlas: search in an index that Pagefind has made. Nothing of it is loaded before a reader wants to search, and then
   only the pieces that hold what was typed. A site to be opened from a disk has another index: see search-script.js. The
   words are in search-words.js. */
(() => {
  "use strict";

  const PAGES = 8; // listed at once; each is a file of some kilobytes
  const SECTIONS = 3; // of a page
  const PAUSE = 150; // milliseconds: a reader who goes on typing does not want the answer yet
  const WEIGHTS = { title: 5, names: 5, byline: 1, kind: 0 }; // of what is known of a page, beside its text
  const DIRECTION = "0"; // of the kinds of pages
  const ICON =
    "M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.516 6.516 0 0 1 9.5 16a6.5 6.5 0 0 1 0-13m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5";

  /* Where the button stands: where a template wants it, in the heads of known themes, else above the page. */
  const PLACES = ["[data-paperatlas-search]", ".md-header__inner", ".navbar .navbar-collapse", ".wy-side-nav-search"];

  const root = new URL("..", document.currentScript.src);
  const language = () => document.documentElement.lang || "en";
  const words = () => {
    const all = window.paperatlas.searchWords;
    return all[language().split(/[-_]/)[0].toLowerCase()] ?? all.en;
  };

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  function icon() {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(svg.namespaceURI, "path");
    path.setAttribute("d", ICON);
    svg.append(path);
    return svg;
  }

  async function openPagefind() {
    const folder = new URL("pagefind/", root);
    const { createInstance } = await import(new URL("pagefind.js", folder));
    // A worker would load the program a second time, and a search takes some milliseconds.
    const made = createInstance({
      basePath: folder.pathname,
      baseUrl: "/",
      noWorker: true,
      excerptLength: 24,
      ranking: { metaWeights: WEIGHTS },
    });
    await made.init();
    return made;
  }

  /* What searches, loaded with the index of the page's language. */
  const engines = new Map();
  function engine() {
    const wanted = language();
    if (!engines.has(wanted)) {
      const { openScriptIndex } = window.paperatlas;
      const loaded = openScriptIndex ? openScriptIndex(root, wanted) : openPagefind();
      engines.set(wanted, loaded);
      loaded.catch(() => engines.delete(wanted));
    }
    return engines.get(wanted);
  }

  /* The address of a page, which the index holds as the path of its file from the root of the site. */
  function addressOf(path) {
    return new URL(path.split("/").slice(1).map(encodeURIComponent).join("/"), root);
  }

  /* The text of an excerpt with its marks, and nothing else that may be in it. */
  function excerpt(html) {
    const cut = html.replace(/^[\s.,;:!?)\]、，。；：！？）」』”]+/u, "");
    const body = new DOMParser().parseFromString(cut, "text/html").body;
    return Array.from(body.childNodes, (node) =>
      node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent,
    );
  }

  function makeDialog() {
    const t = words();
    const input = element("input", {
      type: "search",
      class: "pa-search__input",
      role: "combobox",
      "aria-label": t.title,
      "aria-autocomplete": "list",
      "aria-controls": "pa-search-results",
      "aria-expanded": "false",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      placeholder: t.placeholder,
    });
    const shut = element(
      "button",
      { type: "button", class: "pa-search__close", "aria-label": `Esc: ${t.close}` },
      "Esc",
    );
    const status = element("p", { class: "pa-search__status", role: "status" }, t.hint);
    const list = element("div", {
      id: "pa-search-results",
      class: "pa-search__results",
      role: "listbox",
      "aria-label": t.results,
    });
    const head = element("div", { class: "pa-search__head", role: "search" }, icon(), input, shut);
    const dialog = element("dialog", { class: "pa-search", "aria-label": t.title }, head, status, list);

    let latest = 0;
    let timer = 0;
    let found = [];
    let listed = 0;
    let active = -1;
    let typed = "";

    const options = () => Array.from(list.querySelectorAll("[role=option]"));
    const say = (text) => {
      status.textContent = text;
    };

    function mark(index) {
      const all = options();
      if (!all.length) return;
      all[active]?.setAttribute("aria-selected", "false");
      active = (index + all.length) % all.length;
      all[active].setAttribute("aria-selected", "true");
      all[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", all[active].id);
    }

    function clear() {
      list.replaceChildren();
      found = [];
      listed = 0;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function option(name, attributes, ...content) {
      const id = `pa-search-${options().length + list.querySelectorAll("[role=group]").length}-${attributes.at}`;
      return element(name, { ...attributes, id, role: "option", tabindex: "-1", "aria-selected": "false" }, ...content);
    }

    function link(address, kind, at, title, byline, text, what = "", language = "") {
      const parts = [element("b", { class: "pa-search__title", ...(language && { lang: language }) }, title)];
      if (what) parts.unshift(element("span", { class: "pa-search__kind" }, what));
      if (byline) parts.push(element("span", { class: "pa-search__byline" }, byline));
      const quoted = element("span", { class: "pa-search__excerpt" }, ...excerpt(text));
      if (quoted.textContent.replace(/[\s.。]+$/, "") !== title) parts.push(quoted);
      return option("a", { class: `pa-search__${kind}`, href: address.href, at }, ...parts);
    }

    /* A direction that has the name that was typed comes first, then another page that has it, then those whose name
       begins with it: a direction before the papers of its methods. */
    function rank({ names = "", kind = "" }, text) {
      const all = names.toLowerCase().split(" · ");
      const before = kind[0] === DIRECTION ? 0 : 1;
      if (all.includes(text)) return before;
      return all.some((name) => name.startsWith(text)) ? before + 2 : 4;
    }

    const weight = (part) => part.weighted_locations.reduce((sum, word) => sum + word.balanced_score, 0);

    /* A page with the sections that hold what was typed. Its kind is a number and the language of its title, `1en`. */
    function group({ url, meta, excerpt: text, sub_results: parts }) {
      const address = addressOf(url);
      const sections = parts
        .filter((part) => part.anchor?.id && part.title !== meta.title)
        .sort((a, b) => weight(b) - weight(a))
        .slice(0, SECTIONS);
      const whole = sections.length ? (parts.find((part) => !part.anchor?.id)?.excerpt ?? "") : text;
      const made = element("div", { role: "group", class: "pa-search__page", "aria-label": meta.title });
      made.append(
        link(address, "whole", 0, meta.title, meta.byline, whole, words().kinds[meta.kind[0]], meta.kind.slice(1)),
      );
      sections.forEach((part, at) => {
        const place = new URL(`#${encodeURIComponent(part.anchor.id)}`, address);
        made.append(link(place, "section", at + 1, part.title, "", part.excerpt));
      });
      return made;
    }

    async function listMore() {
      const asked = latest;
      const next = found.slice(listed, listed + PAGES);
      const pages = await Promise.all(next.map((result) => result.data()));
      if (asked !== latest) return;
      const text = typed.toLowerCase();
      pages.sort((a, b) => rank(a.meta, text) - rank(b.meta, text));
      list.querySelector(".pa-search__more")?.remove();
      const first = options().length;
      for (const page of pages) list.append(group(page));
      listed += next.length;
      if (listed < found.length) {
        const more = option("button", { type: "button", class: "pa-search__more", at: "more" }, words().more);
        more.addEventListener("click", () => listMore().catch(failed));
        list.append(more);
      }
      input.setAttribute("aria-expanded", String(listed > 0));
      active = -1;
      if (listed) mark(first);
    }

    function failed() {
      clear();
      say(location.protocol === "file:" ? words().disk : words().failed);
    }

    async function look() {
      typed = input.value.trim();
      latest += 1;
      const asked = latest;
      if (!typed) {
        clear();
        say(words().hint);
        return;
      }
      say(words().searching);
      const { results } = await (await engine()).search(typed);
      if (asked !== latest) return;
      clear();
      found = results;
      const told = found.length === 1 ? words().one : words().count.replace("{count}", found.length);
      say(found.length ? told : words().none.replace("{query}", typed));
      await listMore();
    }

    function lookSoon() {
      clearTimeout(timer);
      timer = setTimeout(() => look().catch(failed), PAUSE);
    }

    input.addEventListener("input", (event) => {
      // Pinyin that is not yet Chinese is nothing to look for.
      if (!event.isComposing) lookSoon();
    });
    input.addEventListener("compositionend", lookSoon);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown") mark(active + 1);
      else if (event.key === "ArrowUp") mark(active - 1);
      else if (event.key === "Enter") options()[active]?.click();
      else return;
      event.preventDefault();
    });
    list.addEventListener("click", (event) => {
      const here = event.target.closest("a");
      if (here && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
    shut.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
    return { dialog, input };
  }

  let made;
  function open(typed = "") {
    if (made?.language !== language()) {
      made?.dialog.remove();
      made = { ...makeDialog(), language: language() };
    }
    if (!made.dialog.open) made.dialog.showModal();
    if (typed) made.input.value = typed;
    made.input.focus();
    made.input.select();
    if (typed) made.input.dispatchEvent(new Event("input"));
    // It is ready when the first word is typed; that it cannot be loaded is told when there is one.
    engine().catch(() => {});
  }

  function setUp() {
    const t = words();
    let button = document.querySelector(".pa-search-open");
    if (!button) {
      button = element(
        "button",
        { type: "button", class: "pa-search-open" },
        icon(),
        element("span", {}),
        element("kbd", {}, "/"),
      );
      button.addEventListener("click", () => open());
      const place = PLACES.map((each) => document.querySelector(each)).find(Boolean);
      if (place) place.insertBefore(button, place.querySelector(":scope > .md-header__source"));
      else document.body.prepend(button);
      button.classList.toggle("pa-search-open--above", !place);
    }
    button.querySelector("span").textContent = t.title;
    button.setAttribute("aria-label", t.title);
    button.setAttribute("aria-keyshortcuts", "/ Control+K");
    // What a link, or the page of one that is not there, asks for: as Material's search has it.
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && !made) open(asked);
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    // Material's own search is opened by these.
    const letter = !typing && !event.ctrlKey && !event.metaKey && ["/", "s", "f"].includes(event.key);
    if (!chord && !letter) return;
    event.preventDefault();
    open();
  });

  if (window.document$) window.document$.subscribe(setUp);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUp);
  else setUp();
})();
