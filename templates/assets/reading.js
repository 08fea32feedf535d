/* PaperAtlas: the page of the reader's papers. What is marked is known to marks.js; of all papers only the data of those
   that are marked is loaded, and nothing is before anything is. */
(() => {
  "use strict";

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function dayOf(when) {
    const date = new Date(when);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => `${part}`.padStart(2, "0"))
      .join("-");
  }

  function setUp(area) {
    const {
      marks: store,
      compare,
      download,
      fillIn,
      filterForm,
      joinExports,
      openPapers,
      orderOf,
      ownLibrary,
      readText,
    } = window.paperatlas;
    const words = area.dataset;
    const find = (selector) => area.querySelector(selector);
    const status = find(".pa-reading__told [role=status]");
    const undo = find("[data-pa-do=undo]");
    const form = find("form");
    const table = find("table");
    const count = find("[data-pa-count]");
    let opened;
    let marks = new Map();
    let rows = [];
    let shownRows = [];
    let restore;

    function tell(text, before) {
      status.textContent = text;
      undo.hidden = !before;
      restore = before;
    }

    function data() {
      opened ??= openPapers(words.paReading).catch((error) => {
        opened = undefined;
        tell(words.paFailed);
        throw error;
      });
      return opened;
    }

    const refuse = (problem) => tell(problem === "blocked" ? words.paBlocked : words.paUnreadable);

    /* Change the marks of some papers, so that it can be undone; what another tab does to others meanwhile stays. */
    function change(text, action) {
      let before;
      let changed;
      const problem = store.change((now) => {
        before = new Map(now);
        action(now);
        changed = [...new Set([...before.keys(), ...now.keys()])].filter((slug) => before.get(slug) !== now.get(slug));
      });
      if (problem) refuse(problem);
      else {
        tell(text, (now) => {
          for (const slug of changed) {
            if (before.has(slug)) now.set(slug, before.get(slug));
            else now.delete(slug);
          }
        });
      }
      return !problem;
    }

    /* What stands in the row of a mark. A paper that is gone has the words it was marked with; so has every paper until
       the data is there, that nothing moves then. */
    function rowOf(mark, all) {
      const paper = all?.find(mark.slug);
      const known = paper === undefined ? {} : all.rowOf(paper);
      return {
        ...mark,
        paper,
        gone: Boolean(all) && paper === undefined,
        authors: "\u00a0",
        venue: "",
        year: 0,
        ...known,
      };
    }

    function makeRow(row) {
      const first = element("td");
      const name = element(row.gone ? "span" : "a", "pa-paper__name", row.name);
      if (!row.gone) name.href = words.paPaper.replace("{slug}", row.slug);
      first.append(name);
      const title = row.title ? element("span", "pa-paper__title", row.title) : name;
      if (row.lang) title.lang = row.lang;
      if (row.title) first.append(" ", title);
      const about = row.gone ? words.paGone : [row.authors, row.venue].filter(Boolean).join(" · ");
      first.append(" ", element("span", "pa-byline", about));
      const when = element("time", "", dayOf(row.when));
      when.dateTime = row.when;
      const place = element("span", "pa-marks");
      Object.assign(place.dataset, { paMark: row.slug, paName: row.name, paTitle: row.title });
      return element(
        "tr",
        "",
        first,
        element("td", "pa-number", String(row.year || "")),
        element("td", "pa-number", when),
        element("td", "pa-table__links", place),
      );
    }

    const SORTED_BY = {
      name: (row) => row.name,
      year: (row) => String(row.year || ""),
      when: (row) => row.when,
    };

    function inOrder(chosen) {
      const { by, down } = orderOf(chosen || "-when");
      const sorted = [...rows].sort((a, b) => compare(SORTED_BY[by](a), SORTED_BY[by](b)));
      return down ? sorted.reverse() : sorted;
    }

    /* Show what is wanted; the control that was used keeps the focus, or that of the next row where its row is gone. */
    function apply(wanted) {
      const which = wanted.get("show");
      shownRows = inOrder(wanted.get("sort")).filter(
        (row) => !which || row.state === which || (which === "star" && row.star),
      );
      const focused = document.activeElement?.closest("#reading-table [data-pa-choice]");
      const slug = focused?.closest("[data-pa-mark]").dataset.paMark;
      const body = table.tBodies[0];
      const at = focused ? Array.from(body.rows).indexOf(focused.closest("tr")) : 0;
      body.replaceChildren(...shownRows.map(makeRow));
      store.fill();
      count.textContent = fillIn(count.dataset.paCount, { shown: shownRows.length, total: rows.length });
      table.hidden = !shownRows.length;
      find(".pa-filter__none").hidden = shownRows.length > 0 || !rows.length;
      if (!focused) return;
      const own = shownRows.findIndex((row) => row.slug === slug);
      const row = body.rows[own < 0 ? Math.min(at, shownRows.length - 1) : own];
      (
        row?.querySelector(`[data-pa-choice=${focused.dataset.paChoice}]`) ?? (undo.hidden ? form.elements.show : undo)
      ).focus();
    }

    function showDirections(all) {
      const read = new Map();
      for (const { slug, state } of marks.values()) {
        const paper = state === "read" ? all.find(slug) : undefined;
        if (paper === undefined) continue;
        for (const direction of all.direction[paper]) read.set(direction, (read.get(direction) ?? 0) + 1);
      }
      area.querySelectorAll("[data-pa-of]").forEach((place, direction) => {
        const known = read.get(direction) ?? 0;
        place.textContent = fillIn(place.dataset.paOf, { known });
        place.nextElementSibling.value = known;
      });
    }

    /* Bring the page up to date with the marks. */
    async function show(now) {
      const gone = [...marks.values()].find((mark) => !now.has(mark.slug));
      const before = marks;
      marks = now;
      const { problem } = store.load();
      if (problem) refuse(problem);
      find(".pa-reading__empty").hidden = now.size > 0 || Boolean(problem);
      find(".pa-reading__marked").hidden = !now.size;
      library.show();
      for (const place of area.querySelectorAll("[data-pa-of]")) {
        if (!now.size) place.textContent = fillIn(place.dataset.paOf, { known: 0 });
        if (!now.size) place.nextElementSibling.value = 0;
      }
      if (gone && before.size === now.size + 1) {
        tell(fillIn(words.paChanged, gone), (others) => others.set(gone.slug, gone));
      }
      if (!now.size) {
        rows = [];
        table.tBodies[0].replaceChildren();
        return;
      }
      if (!opened) {
        rows = [...now.values()].map((mark) => rowOf(mark));
        filter.change();
      }
      const all = await data();
      store.follow(all.former);
      if (marks !== now) return;
      await all.loadRows([...now.keys()].map(all.find).filter((paper) => paper !== undefined));
      if (marks !== now) return;
      rows = [...now.values()].map((mark) => rowOf(mark, all));
      filter.change();
      showDirections(all);
    }

    async function loadMarks(input, file) {
      let loaded;
      try {
        loaded = store.parse(await readText(file));
      } catch {
        tell(fillIn(input.dataset.paNotMarks, { file: file.name }));
        return;
      }
      const numbers = { new: 0, newer: 0, same: 0 };
      const done = change("", (now) => {
        for (const [slug, mark] of loaded) {
          const before = now.get(slug);
          let kind = before ? "same" : "new";
          if (before?.when < mark.when) kind = "newer";
          numbers[kind] += 1;
          if (kind !== "same") now.set(slug, mark);
        }
      });
      if (done) status.textContent = fillIn(input.dataset.paLoaded, numbers);
    }

    async function exportShown({ paExport: suffix, paName: name, paLeft }) {
      const all = await data();
      const papers = shownRows.map((row) => row.paper).filter((paper) => paper !== undefined);
      const found = await all.exportsOf(words.paExports, suffix, papers);
      const texts = found.filter((text) => text !== undefined);
      download(`${name}${suffix}`, joinExports(suffix, texts));
      const left = shownRows.length - texts.length;
      tell(left ? fillIn(paLeft, { count: left }) : "");
    }

    const ACTIONS = {
      undo() {
        const problem = restore && store.change(restore);
        if (problem) refuse(problem);
        else tell(words.paUndone);
        status.parentNode.focus();
      },
      print: () => window.print(),
      save({ paName }) {
        const text = JSON.stringify({ paperatlas: document.title, ...store.write(store.load().marks) }, null, 2);
        download(`${paName}.json`, `${text}\n`);
      },
      remove({ paRemoved }) {
        const { size } = marks;
        if (store.load().problem === "unreadable") {
          localStorage.removeItem(store.keyOf());
          tell("");
          store.show();
        } else if (size) change(fillIn(paRemoved, { count: size }), (now) => now.clear());
      },
    };

    const filter = filterForm(form, table, apply);
    const library = ownLibrary(find(".pa-reading__known"), {
      data,
      words,
      isRead: (slug) => marks.get(slug)?.state === "read",
      markRead(text, papers) {
        const done = change(text, (now) => {
          for (const { slug, name, title } of papers) {
            const mark = now.get(slug) ?? { slug, name, title, star: false };
            now.set(slug, { ...mark, state: "read", when: new Date().toISOString() });
          }
        });
        if (done) undo.focus();
      },
    });
    filter.restore();
    area.dataset.paReady = "yes";
    const kept = find("[data-pa-kept]");
    const [before, after] = kept.dataset.paKept.split("{key}");
    kept.append(before, element("code", "", store.keyOf()), after);
    find("[data-pa-on-disk]").hidden = location.protocol !== "file:";
    area.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-pa-do], [data-pa-export]");
      if (button?.dataset.paExport) exportShown(button.dataset).catch(() => tell(words.paFailed));
      else if (button) ACTIONS[button.dataset.paDo](button.dataset);
    });
    area.addEventListener("change", ({ target }) => {
      const files = [...(target.files ?? [])];
      if (!files.length) return;
      if (target.dataset.paRead === "bib") library.compareWith(files);
      else loadMarks(target, files[0]);
      target.value = "";
    });
    store.watch((now) => show(now).catch(() => {}));
  }

  const start = () => document.querySelectorAll("[data-pa-reading]:not([data-pa-ready])").forEach(setUp);
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
