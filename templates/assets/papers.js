/* PaperAtlas: filter and sort all papers where the table of them is divided into pages. What papers are chosen by is
   loaded when the reader first uses the form or a column's head, or the address asks for it; of what is found, fifty
   papers are shown at a time. Without this script there are the pages, one after the other. */
(() => {
  "use strict";

  const MOST = 50;
  // So many rows, as a screen has, are there at once; the others follow when the reader stops typing or comes near them.
  const AT_ONCE = 20;
  const STEP = 60;
  const PAUSE = 150;

  const pause = () => new Promise((done) => setTimeout(done, PAUSE));

  /* Wait until an element is less than half a screen away from what is seen. */
  const near = (waited) =>
    new Promise((done) => {
      const observer = new IntersectionObserver(
        (seen) => {
          if (!seen.some((each) => each.isIntersecting)) return;
          observer.disconnect();
          done();
        },
        { rootMargin: "50% 0px" },
      );
      observer.observe(waited);
    });

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

  /* Tell which papers are wanted, in the order of `order`; `searched` tells which have the words. */
  function choose(data, order, wanted, searched) {
    const direction = data.directions.findIndex(([slug]) => slug === wanted.get("direction"));
    const venue = data.venues.indexOf(wanted.get("venue"));
    const year = Number(wanted.get("year"));
    return order.filter(
      (paper) =>
        (direction < 0 || data.direction[paper].includes(direction)) &&
        (!year || data.year[paper] === year) &&
        (venue < 0 || data.venue[paper] === venue) &&
        (!wanted.get("code") || data.code[paper]) &&
        searched(paper),
    );
  }

  /* What papers are sorted by, as the rows of an undivided table have it. */
  const SORTED_BY = {
    name: (data, paper) => data.names[0][paper],
    direction: (data, paper) => data.direction[paper].map((number) => data.directions[number][0]).join(" "),
    year: (data, paper) => String(data.year[paper] || ""),
    venue: (data, paper) => data.venues[data.venue[paper]] ?? "",
    code: (data, paper) => (data.code[paper] ? "yes" : ""),
  };

  function setUp(form) {
    const { filterForm, offerComparison, openSearch, orderOf, compare } = window.paperatlas;
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
      opened ??= openSearch(form.dataset.paData).then((data) => {
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

    /* Add rows to the table that `make` makes of `items`: those of the first screen, then more whenever `wanted` is done. */
    async function add(items, make, wanted, current) {
      for (let from = 0; from < items.length; from += from ? STEP : AT_ONCE) {
        if (from) await wanted();
        if (!current()) return;
        const rows = await make(items.slice(from, from + (from ? STEP : AT_ONCE)));
        if (!current()) return;
        body.append(...rows);
        window.paperatlas.marks?.fill();
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
      add(page, (rows) => rows, pause, current);
    }

    /* Show what was found up to a number of papers, those that stand in the table already included. */
    async function showFound(data, most, current) {
      const papers = found;
      shown = Math.min(most, papers.length);
      const left = papers.length - shown;
      more.hidden = left === 0;
      more.textContent = more.dataset.paMore.replace("{count}", Math.min(left, MOST));
      const [chosen, all] = [papers.length, data.total].map((number) => number.toLocaleString("en"));
      count.textContent = count.dataset.paCount.replace("{shown}", chosen).replace("{total}", all);
      none.hidden = papers.length > 0;
      pager.hidden = true;
      table.removeAttribute("aria-busy");
      const slugs = () => papers.map((paper) => data.rowOf(paper).slug);
      const offer = (number) => offerComparison(number, slugs, () => data.loadRows(papers));
      offer(0);
      const make = async (some) => {
        await data.loadRows(some);
        return some.map((paper) => makeRow(data.rowOf(paper), form.dataset, columns));
      };
      // Few papers can be compared, which takes all of their rows.
      const wanted = papers.length > MOST ? () => near(body.lastElementChild) : pause;
      await add(papers.slice(body.rows.length, most), make, wanted, current);
      if (current() && left === 0) offer(papers.length);
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
        if (orderOf(sort).by === "name") await data.loadNames();
        const searched = await data.search(wanted.get("text"));
        if (!current()) return;
        const chosen = choose(data, inOrder(data, sort), wanted, searched);
        await data.loadRows(chosen.slice(0, AT_ONCE));
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
