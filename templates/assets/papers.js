/* PaperAtlas: filter and sort all papers where the table of them is divided into pages. What is searched is loaded when
   the reader first uses the form or a column's head, or the address asks for it; of what is found, a hundred papers are
   shown at a time. Without this script there are the pages, one after the other. */
(() => {
  "use strict";

  const MOST = 100;
  // So many rows, as a screen has, are there at the next frame; the others follow when the reader stops typing.
  const AT_ONCE = 20;
  const STEP = 60;
  const PAUSE = 150;

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function link(className, href, text) {
    const made = element("a", className, text);
    made.href = href;
    return made;
  }

  /* All papers: what they are chosen by, and what stands in their rows as far as it is loaded. */
  async function open(form) {
    const { fold, load } = window.paperatlas;
    const [address, version] = form.dataset.paData.split("?");
    await load(form.dataset.paData);
    const data = window.paperAtlasPapers[version];
    const total = data.year.length;
    const blocks = Array.from({ length: Math.ceil(total / data.block) }, (_, number) => number);
    const texts = [];
    const blockOf = (paper) => Math.floor(paper / data.block);
    const loadPart = (part, number) => load(`${address.replace(/\.js$/, "")}-${part}-${number}.js?${version}`);

    async function loadText(number) {
      await loadPart("text", number);
      const { name, title, authors, words } = data.text[number];
      const first = number * data.block;
      if (texts[first] !== undefined) return;
      for (let at = 0; at < name.length; at += 1) {
        texts[first + at] = `${fold(`${name[at]}\n${title[at]}\n${authors[at]}`)}\n${words[at]}`;
      }
    }

    return {
      ...data,
      total,
      all: Array.from(data.year.keys()),
      /* What is searched of each paper, once `loadTexts` has been there. */
      texts,
      loadTexts: () => Promise.all(blocks.map(loadText)),
      /* Load what stands in the rows of some papers. */
      loadRows: (papers) =>
        Promise.all(
          [...new Set(papers.map(blockOf))].flatMap((number) => [loadText(number), loadPart("links", number)]),
        ),
      nameOf: (paper) => data.text[blockOf(paper)].name[paper % data.block],
      /* What stands in the row of a paper. */
      rowOf(paper) {
        const text = data.text[blockOf(paper)];
        const { slug, links } = data.links[blockOf(paper)];
        const at = paper % data.block;
        return {
          name: text.name[at],
          title: text.title[at],
          html: text.html[at],
          lang: text.lang[at] ?? "",
          authors: text.authors[at],
          slug: slug[at],
          links: links[at].map(([label, url]) => [...data.labels[label], url]),
          directions: data.direction[paper].map((number) => data.directions[number]),
          year: data.year[paper] || "",
          venue: data.venues[data.venue[paper]] ?? "",
        };
      },
    };
  }

  /* A row as papers.html.jinja writes it, with the cells that the table has columns for. */
  function makeRow(paper, places, columns) {
    const name = link("pa-paper__name", places.paPaper.replace("{slug}", paper.slug), paper.name);
    const mark = element("span", "pa-marks");
    mark.dataset.paMark = paper.slug;
    const first = element("td", "", name);
    const title = paper.title ? element("span", "pa-paper__title", paper.title) : name;
    if (paper.html) title.innerHTML = paper.html;
    if (paper.lang) title.lang = paper.lang;
    first.append(" ", mark);
    if (paper.title) first.append(" ", title);
    first.append(" ", element("span", "pa-byline", paper.authors));
    const directions = element("td", "pa-table__direction");
    for (const [slug, title] of paper.directions) {
      if (directions.hasChildNodes()) directions.append(document.createElement("br"));
      directions.append(link("", places.paDirection.replace("{slug}", slug), title));
    }
    const links = element("span", "pa-links");
    for (const [kind, label, url] of paper.links) {
      const made = link(`pa-link pa-link--${kind}`, url, label);
      made.setAttribute("aria-label", `${label}: ${paper.name}`);
      links.append(made, " ");
    }
    const cite = link("pa-link pa-link--cite", `${name.href}#cite`, places.paCiting);
    cite.setAttribute("aria-label", `${places.paCiting}: ${paper.name}`);
    cite.dataset.paCite = paper.slug;
    links.append(cite);
    const cells = {
      name: first,
      direction: directions,
      year: element("td", "pa-number", String(paper.year)),
      venue: element("td", "", paper.venue),
      code: element("td", "pa-table__links", links),
    };
    return element("tr", "", ...columns.map((name) => cells[name]));
  }

  /* Tell which papers are wanted, in the order of `order`. */
  function choose(data, order, wanted) {
    const direction = data.directions.findIndex(([slug]) => slug === wanted.get("direction"));
    const venue = data.venues.indexOf(wanted.get("venue"));
    const year = Number(wanted.get("year"));
    const words = window.paperatlas
      .fold(wanted.get("text") || "")
      .split(/\s+/)
      .filter(Boolean);
    return order.filter(
      (paper) =>
        (direction < 0 || data.direction[paper].includes(direction)) &&
        (!year || data.year[paper] === year) &&
        (venue < 0 || data.venue[paper] === venue) &&
        (!wanted.get("code") || data.code[paper]) &&
        words.every((word) => data.texts[paper].includes(word)),
    );
  }

  /* What papers are sorted by, as the rows of an undivided table have it. */
  const SORTED_BY = {
    name: (data, paper) => data.nameOf(paper).toLowerCase(),
    direction: (data, paper) => data.direction[paper].map((number) => data.directions[number][0]).join(" "),
    year: (data, paper) => String(data.year[paper] || ""),
    venue: (data, paper) => data.venues[data.venue[paper]] ?? "",
    code: (data, paper) => (data.code[paper] ? "yes" : ""),
  };

  function setUp(form) {
    const { filterForm, offerComparison, orderOf, compare } = window.paperatlas;
    const table = document.getElementById(form.dataset.paFilter);
    if (!table || form.dataset.paReady) return;
    form.dataset.paReady = "yes";

    const body = table.tBodies[0];
    const columns = Array.from(table.querySelectorAll("th[data-pa-sort]"), (header) => header.dataset.paSort);
    const page = Array.from(body.rows);
    const pager = document.querySelector(".pa-pager");
    const more = document.querySelector("[data-pa-more]");
    const count = form.querySelector("[data-pa-count]");
    const whole = count.textContent;
    const none = document.querySelector(".pa-filter__none");
    let opened;
    let order = { chosen: "", papers: undefined };
    let found = [];
    let shown = 0;
    let turn = 0;

    function start() {
      opened ??= open(form).then((data) => {
        const { venue } = form.elements;
        for (const name of venue ? data.venues.slice(venue.options.length - 1) : []) venue.append(new Option(name));
        return data;
      });
      return opened;
    }

    /* Begin something that lasts: what is returned tells whether the reader has not begun something else since. */
    function begin() {
      turn += 1;
      const own = turn;
      return () => own === turn;
    }

    /* Do what needs the data. */
    async function withData(action) {
      const current = begin();
      table.setAttribute("aria-busy", "true");
      try {
        await action(await start(), current);
      } catch {
        opened = undefined;
        if (current()) count.textContent = form.dataset.paFailed;
      }
      if (current()) table.removeAttribute("aria-busy");
    }

    /* Add rows to the table, the last of them a little later. */
    async function add(rows, current) {
      const append = (some) => {
        body.append(...some);
        window.paperatlas.marks?.fill();
      };
      append(rows.slice(0, AT_ONCE));
      for (let at = AT_ONCE; at < rows.length; at += STEP) {
        await new Promise((done) => setTimeout(done, PAUSE));
        if (!current()) return;
        append(rows.slice(at, at + STEP));
      }
    }

    function showPage() {
      const current = begin();
      table.removeAttribute("aria-busy");
      pager.hidden = false;
      more.hidden = true;
      none.hidden = true;
      count.textContent = whole;
      offerComparison(0);
      body.replaceChildren();
      add(page, current);
    }

    /* Show what was found up to a number of papers, those that stand in the table already included. */
    async function showFound(data, most, current) {
      const next = found.slice(body.rows.length, most);
      await data.loadRows(next);
      if (!current()) return;
      shown = Math.min(most, found.length);
      const left = found.length - shown;
      more.hidden = left === 0;
      more.textContent = more.dataset.paMore.replace("{count}", Math.min(left, MOST));
      const [chosen, all] = [found.length, data.total].map((number) => number.toLocaleString("en"));
      count.textContent = count.dataset.paCount.replace("{shown}", chosen).replace("{total}", all);
      none.hidden = found.length > 0;
      const papers = found;
      const slugs = () => papers.map((paper) => data.rowOf(paper).slug);
      offerComparison(papers.length, slugs, () => data.loadRows(papers));
      pager.hidden = true;
      table.removeAttribute("aria-busy");
      await add(
        next.map((paper) => makeRow(data.rowOf(paper), form.dataset, columns)),
        current,
      );
    }

    /* All papers in the order that was chosen. */
    function inOrder(data, chosen) {
      if (!chosen) return data.all;
      if (order.chosen !== chosen) {
        const { by, down } = orderOf(chosen);
        const texts = data.all.map((paper) => SORTED_BY[by](data, paper));
        const papers = [...data.all].sort((a, b) => compare(texts[a], texts[b]));
        order = { chosen, papers: down ? papers.reverse() : papers };
      }
      return order.papers;
    }

    function apply(wanted) {
      if (![...wanted.values()].some(Boolean)) {
        showPage();
        return;
      }
      withData(async (data, current) => {
        const sort = wanted.get("sort");
        if (wanted.get("text").trim() || orderOf(sort).by === "name") await data.loadTexts();
        if (!current()) return;
        const chosen = choose(data, inOrder(data, sort), wanted);
        await data.loadRows(chosen.slice(0, MOST));
        if (!current()) return;
        found = chosen;
        body.replaceChildren();
        await showFound(data, MOST, current);
      });
    }

    const { change, restore } = filterForm(form, table, apply);
    more.addEventListener("click", () => withData((data, current) => showFound(data, shown + MOST, current)));
    // Whoever points at the form or enters it is about to use it.
    const prepare = () => start().catch(() => (opened = undefined));
    for (const event of ["pointerover", "focusin"]) form.addEventListener(event, prepare, { once: true });
    form.elements.text.addEventListener("focus", () =>
      prepare()
        .then((data) => data?.loadTexts())
        .catch(() => {}),
    );
    if (restore()) {
      withData(async (_, current) => {
        if (!current()) return;
        restore();
        change();
      });
    }
  }

  window.paperatlas ??= {};
  window.paperatlas.startPapers ??= () => {
    if (window.paperatlas.filterForm) document.querySelectorAll("form[data-pa-data]").forEach(setUp);
  };
  window.paperatlas.startPapers();
})();
