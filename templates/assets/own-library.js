/* PaperAtlas: which papers are in a library of the reader's own, a .bib file that the browser alone reads. */
(() => {
  "use strict";

  window.paperatlas ??= {};
  const shared = window.paperatlas;

  // What papers are recognised by, the surest first.
  const KINDS = ["doi", "arxiv", "title"];
  /* Set up the part of the page that is `area`. `data` loads what is known of all papers, `words` are those of the page;
     `isRead` tells of a paper by its slug whether it is, and `markRead` marks some, with what is then said. */
  shared.ownLibrary = (area, { data, words, isRead, markRead }) => {
    const { fillIn, readBibtex, readText } = shared;
    const matches = area.querySelector("[data-pa-matches]");
    const told = matches.querySelector("[role=status]");
    const list = matches.querySelector("ul");
    const button = matches.querySelector("button");
    let found = [];
    let files = [];

    const nameOf = (kind) => ({ doi: "DOI", arxiv: matches.dataset.paByArxiv, title: matches.dataset.paByTitle })[kind];
    const unread = () => found.filter(({ slug }) => !isRead(slug));

    function makeItem({ slug, name, title, lang, by }) {
      const item = document.createElement("li");
      const parts = [
        ["a", "pa-paper__name", name],
        ["span", "pa-paper__title", title],
        ["span", "pa-hint", by],
      ].map(([kind, className, text]) => Object.assign(document.createElement(kind), { className, textContent: text }));
      if (lang) parts[title ? 1 : 0].lang = lang;
      parts[0].href = words.paPaper.replace("{slug}", slug);
      item.append(...parts.flatMap((part) => [part, " "]));
      return item;
    }

    /* What a file of the reader's has, as it is now marked. */
    function tellOf({ name, entries, slugs }) {
      const read = slugs.filter(isRead).length;
      const values = { file: name, entries, found: slugs.length, read };
      return fillIn(entries ? matches.dataset.paMatches : matches.dataset.paNotRead, values);
    }

    /* Which of the papers are in the reader's library, and how many of these are not marked as read. */
    function show() {
      const text = files.map(tellOf).join(" ");
      // A status that is set again is read out again.
      if (text && text !== told.textContent) told.textContent = text;
      const { length } = unread();
      button.textContent = fillIn(button.dataset.paLabel, { count: length });
      button.parentNode.hidden = !length;
      list.replaceChildren(...found.map(makeItem));
    }

    /* The papers that an entry is, and what it is recognised by. */
    function recognise(known, entry) {
      for (const kind of KINDS) {
        for (const value of entry[kind]) {
          const papers = known[kind].get(value);
          if (papers) return [papers, nameOf(kind)];
        }
      }
      return [[], ""];
    }

    async function compareWith(chosen) {
      found = [];
      files = [];
      show();
      told.textContent = words.paLoading;
      try {
        const all = await data();
        const known = await all.loadKnown();
        const by = new Map();
        const compared = [];
        for (const file of chosen) {
          const entries = readBibtex(await readText(file));
          const here = new Set();
          for (const entry of entries) {
            const [papers, what] = recognise(known, entry);
            for (const paper of papers) {
              here.add(paper);
              if (!by.has(paper)) by.set(paper, fillIn(matches.dataset.paBy, { key: entry.key, what }));
            }
          }
          compared.push({
            name: file.name,
            entries: entries.length,
            slugs: [...here].map((paper) => all.slug[paper]),
          });
        }
        const papers = [...by.keys()].sort((a, b) => a - b);
        await all.loadRows(papers);
        found = papers.map((paper) => ({ ...all.rowOf(paper), slug: all.slug[paper], by: by.get(paper) }));
        files = compared;
      } catch {
        told.textContent = words.paFailed;
      }
      show();
    }

    button.addEventListener("click", () => {
      const papers = unread();
      markRead(fillIn(matches.dataset.paMarkedRead, { count: papers.length }), papers);
    });
    for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
      area.addEventListener(kind, (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        area.classList.toggle("pa-reading__known--over", kind === "dragenter" || kind === "dragover");
        if (kind === "drop") compareWith([...event.dataTransfer.files]);
      });
    }
    return { compareWith, show };
  };
})();
