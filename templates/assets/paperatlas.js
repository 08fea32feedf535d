/* PaperAtlas: sort tables, and filter that of the papers. Without this script tables are whole and static. */
(() => {
  "use strict";

  // It is here already where a theme swaps pages.
  window.paperatlas ??= {};
  const shared = window.paperatlas;
  if (shared.startTables) {
    shared.startTables();
    return;
  }

  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  shared.compare = collator.compare;

  /* Make buttons of a table's column heads. `sort` gets the head, the number of its column, and what marks the head as
     the one that was chosen and tells whether it is ascending. */
  shared.sortable = (table, sort) => {
    function mark(header) {
      const ascending = header.getAttribute("aria-sort") !== "ascending";
      for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      return ascending;
    }

    Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent.trim();
      button.title = header.dataset.paSortLabel;
      button.addEventListener("click", () => sort(header, column, () => mark(header)));
      header.replaceChildren(button);
    });
  };

  /* A form that filters: `apply` gets what is chosen at every change, and the address keeps it. What is returned
     fills in the form from the address and tells whether there is anything to, or does what a change does. */
  shared.filterForm = (form, apply) => {
    function change() {
      const wanted = new FormData(form);
      apply(wanted);
      const query = new URLSearchParams([...wanted].filter(([, value]) => value));
      history.replaceState(history.state, "", query.size ? `?${query}` : location.pathname);
    }

    function restore() {
      let restored = false;
      for (const [name, value] of new URLSearchParams(location.search)) {
        const control = form.elements.namedItem(name);
        if (!control) continue;
        restored = true;
        if (control.type === "checkbox") control.checked = control.value === value;
        else control.value = value;
      }
      return restored;
    }

    form.addEventListener("input", change);
    form.addEventListener("reset", () => setTimeout(change));
    form.addEventListener("submit", (event) => event.preventDefault());
    return { change, restore };
  };

  /* Have the link beside a list compare the papers that are shown: so many, whose slugs `slugs` returns. Where they are too
     many for that, or too few, it leads to where papers are chosen. */
  shared.offerComparison = (count, slugs) => {
    const offer = document.querySelector(".pa-filter__compare a");
    if (!offer) return;
    offer.dataset.paAny ??= offer.textContent;
    offer.search = "";
    offer.textContent = offer.dataset.paAny;
    if (count < 2 || count > offer.dataset.paMost) return;
    offer.search = `?p=${slugs().join(",")}`;
    offer.textContent = offer.dataset.paThese.replace("{count}", count);
  };

  /* A table whose column heads say by what they sort: data-… of its rows, else the text of their cells. */
  function setUpSorting(table) {
    if (table.dataset.paReady || document.querySelector(`form[data-pa-data][data-pa-filter="${table.id}"]`)) return;
    table.dataset.paReady = "yes";

    const body = table.tBodies[0];

    shared.sortable(table, (header, column, mark) => {
      const ascending = mark();
      const text = (row) => row.dataset[header.dataset.paSort] ?? row.cells[column].textContent.trim();
      const sorted = Array.from(body.rows).sort((a, b) => collator.compare(text(a), text(b)));
      if (!ascending) sorted.reverse();
      body.append(...sorted);
    });
  }

  function setUpFilter(form) {
    const table = document.getElementById(form.dataset.paFilter);
    if (!table || form.dataset.paReady) return;
    form.dataset.paReady = "yes";

    const rows = Array.from(table.tBodies[0].rows);
    const texts = new Map(rows.map((row) => [row, row.cells[0].textContent.toLowerCase()]));
    const count = form.querySelector("[data-pa-count]");
    const none = document.querySelector(".pa-filter__none");

    const matches = (row, wanted) =>
      (!wanted.get("direction") || row.dataset.direction.split(" ").includes(wanted.get("direction"))) &&
      (!wanted.get("year") || row.dataset.year === wanted.get("year")) &&
      (!wanted.get("venue") || row.dataset.venue === wanted.get("venue")) &&
      (!wanted.get("code") || row.dataset.code === "yes") &&
      (wanted.get("text") || "")
        .toLowerCase()
        .split(/\s+/)
        .every((word) => texts.get(row).includes(word));

    const { change, restore } = shared.filterForm(form, (wanted) => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !matches(row, wanted);
        if (!row.hidden) shown += 1;
      }
      count.textContent = count.dataset.paCount.replace("{shown}", shown).replace("{total}", rows.length);
      none.hidden = shown > 0;
      shared.offerComparison(shown, () => rows.filter((row) => !row.hidden).map((row) => row.dataset.slug));
    });
    restore();
    change();
  }

  function start() {
    document.querySelectorAll("table:has(th[data-pa-sort])").forEach(setUpSorting);
    document.querySelectorAll("form[data-pa-filter]:not([data-pa-data])").forEach(setUpFilter);
    // What was here before this script has waited for it.
    shared.startPapers?.();
  }

  shared.startTables = start;
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
