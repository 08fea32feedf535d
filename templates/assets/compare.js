/* PaperAtlas: compare papers of the reader's choice. The address keeps the choice, and nothing else does. The data of the
   papers is loaded when the address names some, or when the reader is about to choose. */
(() => {
  "use strict";

  const MOST_FOUND = 10;

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function link(href, text, label = "", language = "") {
    const made = element("a", "", text);
    made.href = href;
    if (label) made.title = label;
    if (language) made.lang = language;
    return made;
  }

  /* A title, in the language that it is in. */
  function titled(text, language = "") {
    const made = element("span", "", text);
    if (language) made.lang = language;
    return made;
  }

  function marked(cell, [html, language]) {
    cell.innerHTML = html;
    if (language) cell.lang = language;
  }

  /* How what a row says is put into its cell, by column; what is not here is text. */
  const FILL = {
    change: marked,
    results: marked,
    code(cell, [label, url], { name }) {
      const made = link(url, label);
      made.setAttribute("aria-label", `${label}: ${name}`);
      cell.append(made);
    },
    builds_on(cell, papers, { hrefOf, href, row, separator }) {
      for (const [name, slug, title, language] of papers) {
        if (cell.hasChildNodes()) cell.append(separator);
        cell.append(link(hrefOf(slug), name, title, language));
      }
      if (!row.more) return;
      const [count, label] = row.more;
      const more = link(`${href}#relations`, count);
      more.setAttribute("aria-label", label);
      cell.append(" ", more);
    },
  };

  /* All papers, with what finds them and what loads their rows. */
  async function open(src) {
    const { load } = window.paperatlas;
    const [address, version] = src.split("?");
    await load(src);
    const data = window.paperAtlasCompare[version];
    const numbers = new Map(data.slug.map((slug, number) => [slug, number]));
    const blockOf = (paper) => Math.floor(paper / data.block);
    return {
      ...data,
      all: Array.from(data.slug.keys()),
      /* The number of the paper with a citation key or slug, if there is one. */
      find: (name) => (Object.hasOwn(data.keys, name) ? data.keys[name] : numbers.get(name)),
      loadRows: (papers) =>
        Promise.all(
          [...new Set(papers.map(blockOf))].map((at) => load(`${address.replace(/\.js$/, "")}-${at}.js?${version}`)),
        ),
      rowOf: (paper) => data.rows[blockOf(paper)][paper % data.block],
    };
  }

  const namesInAddress = () => {
    const named = new URLSearchParams(location.search).get("p") ?? "";
    return [...new Set(named.split(",").map((name) => name.trim()))].filter(Boolean);
  };

  function setUp(area) {
    const words = area.dataset;
    const status = area.querySelector("[role=status]");
    const frame = area.querySelector(".pa-chosen__frame");
    const table = frame.querySelector("table");
    const [first] = table.tHead.rows[0].cells;
    const input = area.querySelector("input");
    const hrefOf = (slug) => words.paPaper.replace("{slug}", slug);
    let opened;
    let chosen = [];

    function start() {
      opened ??= open(words.paCompare);
      return opened;
    }

    /* Do what needs the data. */
    async function withData(action) {
      area.setAttribute("aria-busy", "true");
      if (!chosen.length) status.textContent = words.paLoading;
      try {
        const data = await start();
        await action(data);
      } catch {
        opened = undefined;
        status.textContent = words.paFailed;
      }
      area.removeAttribute("aria-busy");
    }

    function makeRow(data, paper, columns) {
      const row = data.rowOf(paper);
      const name = data.name[paper];
      const href = hrefOf(data.slug[paper]);
      const title = data.title[paper];
      const head = element("th", "", link(href, name, title, title ? "" : data.lang[paper]));
      const label = words.paTakeOut.replace("{name}", name);
      const button = element("button", "pa-chosen__out", "×");
      button.type = "button";
      button.title = label;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => takeOut(data, paper));
      head.scope = "row";
      head.prepend(button);
      const cells = columns.map(([column]) => {
        const cell = element("td", `pa-compare__${column}`);
        if (row[column] && FILL[column])
          FILL[column](cell, row[column], { name, href, hrefOf, row, separator: words.paSeparator });
        else cell.append(row[column] ?? "");
        return cell;
      });
      return element("tr", "", head, ...cells);
    }

    /* Show the papers that are chosen; `unknown` names no paper has. */
    async function show(data, unknown = []) {
      const papers = chosen;
      await data.loadRows(papers);
      if (papers !== chosen) return;
      const rows = chosen.map(data.rowOf);
      const columns = data.columns.filter(([column]) => rows.some((row) => row[column]));
      const heads = columns.map(([, label]) => {
        const head = element("th", "", label);
        head.scope = "col";
        return head;
      });
      table.tHead.rows[0].replaceChildren(first, ...heads);
      table.tBodies[0].replaceChildren(...chosen.map((paper) => makeRow(data, paper, columns)));
      frame.hidden = !chosen.length;
      const told = unknown.length ? [words.paUnknown.replace("{keys}", unknown.join(", "))] : [];
      if (!chosen.length) told.push(words.paEmpty);
      status.textContent = told.join(" ");
    }

    function choose(data, papers) {
      chosen = papers;
      const url = new URL(location.href);
      url.searchParams.delete("p");
      if (chosen.length) {
        // Commas stay as they are: the address is to be read, and to be written by hand.
        const slugs = chosen.map((paper) => data.slug[paper]).join(",");
        url.search += `${url.search ? "&" : "?"}p=${slugs}`;
      }
      history.replaceState(history.state, "", url);
      followLanguage();
      return show(data);
    }

    async function takeOut(data, paper) {
      const at = chosen.indexOf(paper);
      await choose(
        data,
        chosen.filter((other) => other !== paper),
      );
      const buttons = table.tBodies[0].querySelectorAll("button");
      (buttons[Math.min(at, buttons.length - 1)] ?? input).focus();
    }

    /* The page in another language compares the same papers. */
    function followLanguage() {
      for (const other of document.querySelectorAll("a[hreflang]")) other.search = location.search;
    }

    /* What the reader types is looked for as soon as there is something to look in. */
    async function prepare() {
      if (input.dataset.paReady) return;
      input.dataset.paReady = "yes";
      try {
        const data = await start();
        const { matchList, searchIn } = window.paperatlas;
        matchList({
          input,
          list: area.querySelector("[role=listbox]"),
          most: MOST_FOUND,
          search: searchIn(data.all, (paper) => [data.name[paper], data.title[paper]]),
          describe(paper) {
            const [name, title, language] = [data.name[paper], data.title[paper], data.lang[paper]];
            return [title ? name : titled(name, language), title && titled(title, language), data.year[paper] || ""];
          },
          none: input.dataset.paNone,
          pick(paper) {
            input.value = "";
            choose(data, chosen.includes(paper) ? chosen : [...chosen, paper]);
          },
        });
        if (input.value) input.dispatchEvent(new Event("input"));
      } catch {
        opened = undefined;
        delete input.dataset.paReady;
        status.textContent = words.paFailed;
      }
    }

    area.hidden = false;
    area.dataset.paReady = "soon";
    for (const event of ["pointerover", "focusin", "input"]) input.addEventListener(event, prepare);
    area.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    for (const group of document.querySelectorAll("a[data-pa-group]")) {
      group.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        withData(async (data) => {
          await choose(data, data.groups[group.dataset.paGroup].map(data.find));
          frame.focus({ preventScroll: true });
          area.scrollIntoView({ block: "start" });
        });
      });
    }
    const names = namesInAddress();
    followLanguage();
    if (names.length) {
      const shown = withData((data) => {
        const found = names.map((name) => [name, data.find(name)]);
        chosen = [...new Set(found.map(([, paper]) => paper))].filter((paper) => paper !== undefined);
        return show(
          data,
          found.filter(([, paper]) => paper === undefined).map(([name]) => name),
        );
      });
      shown.then(() => {
        area.dataset.paReady = "yes";
      });
    } else {
      status.textContent = words.paEmpty;
      area.dataset.paReady = "yes";
    }
  }

  document.querySelectorAll("[data-pa-compare]:not([data-pa-ready])").forEach(setUp);
})();
