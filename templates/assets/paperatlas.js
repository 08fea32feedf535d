/* PaperAtlas: sort tables. Without this script they are static. */
(() => {
  "use strict";

  // It is here already where a theme swaps pages.
  window.paperatlas ??= {};
  const shared = window.paperatlas;
  if (shared.startTables) {
    shared.startTables();
    return;
  }

  // The theme mkdocs writes zh_Hans_CN.
  const language = document.documentElement.lang.replaceAll("_", "-") || undefined;
  const collator = new Intl.Collator(language, { numeric: true });

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
      if (!header.dataset.paSort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent.trim();
      button.title = header.dataset.paSortLabel;
      button.addEventListener("click", () => sort(header, column, () => mark(header)));
      header.replaceChildren(button);
    });
  };

  /* A table whose column heads say by what they sort: data-… of its rows, else the text of their cells. */
  function setUpSorting(table) {
    if (table.dataset.paReady || document.querySelector(`form[data-pa-filter="${table.id}"]`)) return;
    table.dataset.paReady = "yes";

    const body = table.tBodies[0];

    shared.sortable(table, (header, column, mark) => {
      const ascending = mark();
      body.append(...shared.sortedRows(Array.from(body.rows), header.dataset.paSort, column, !ascending));
    });
  }

  shared.sortedRows = (rows, name, column, down) => {
    const text = (row) => row.dataset[name] ?? row.cells[column].textContent.trim();
    const sorted = rows.sort((a, b) => collator.compare(text(a), text(b)));
    return down ? sorted.reverse() : sorted;
  };

  const start = () => document.querySelectorAll("table:has(th[data-pa-sort])").forEach(setUpSorting);
  shared.startTables = start;
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
