/* PaperAtlas: sort tables, and filter that of the papers. Without this script tables are whole and static. */
(() => {
  "use strict";

  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  /* A table whose column heads say by what they sort: data-… of its rows, else the text of their cells. */
  function setUpSorting(table) {
    if (table.dataset.paReady) return;
    table.dataset.paReady = "yes";

    const body = table.tBodies[0];

    function sortBy(header, column) {
      const ascending = header.getAttribute("aria-sort") !== "ascending";
      const text = (row) => row.dataset[header.dataset.paSort] ?? row.cells[column].textContent.trim();
      const sorted = Array.from(body.rows).sort((a, b) => collator.compare(text(a), text(b)));
      if (!ascending) sorted.reverse();
      body.append(...sorted);
      for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    }

    Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent.trim();
      button.title = header.dataset.paSortLabel;
      button.addEventListener("click", () => sortBy(header, column));
      header.replaceChildren(button);
    });
  }

  function setUpFilter(form) {
    const table = document.getElementById(form.dataset.paFilter);
    if (!table || form.dataset.paReady) return;
    form.dataset.paReady = "yes";
    form.hidden = false;

    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
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

    function apply() {
      const wanted = new FormData(form);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !matches(row, wanted);
        if (!row.hidden) shown += 1;
      }
      count.textContent = count.dataset.paCount.replace("{shown}", shown).replace("{total}", rows.length);
      none.hidden = shown > 0;
      const query = new URLSearchParams([...wanted].filter(([, value]) => value));
      history.replaceState(history.state, "", query.size ? `?${query}` : location.pathname);
    }

    function restore() {
      for (const [name, value] of new URLSearchParams(location.search)) {
        const control = form.elements.namedItem(name);
        if (!control) continue;
        if (control.type === "checkbox") control.checked = control.value === value;
        else control.value = value;
      }
    }

    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    restore();
    apply();
  }

  function start() {
    document.querySelectorAll("table:has(th[data-pa-sort])").forEach(setUpSorting);
    document.querySelectorAll("form[data-pa-filter]").forEach(setUpFilter);
  }

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
