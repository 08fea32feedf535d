/* PaperAtlas: filter the list of papers. Without this script it is whole. */
(() => {
  "use strict";

  // It is here already where a theme swaps pages.
  window.paperatlas ??= {};
  const shared = window.paperatlas;
  if (shared.startFilters) {
    shared.startFilters();
    return;
  }

  const SPELLED_OUT = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ŋ: "ng", ς: "σ" };

  /* A text without case and accents, as text/folding.py has it. */
  shared.fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[łøđðþßæœıŋς]/g, (letter) => SPELLED_OUT[letter]);

  /* A form that filters a table and sorts it: `apply` gets what is chosen at every change, and the address keeps it, also
     that of the page in another language. What is returned fills in the form from the address and tells whether there is
     anything to, or does what a change does. */
  shared.filterForm = (form, table, apply) => {
    const { sort } = form.elements;
    const unknown = form.querySelector("[data-pa-unknown]");

    function showOrder() {
      for (const header of table.tHead.rows[0].cells) {
        const name = header.dataset.paSort;
        if (sort.value === name) header.setAttribute("aria-sort", "ascending");
        else if (sort.value === `-${name}`) header.setAttribute("aria-sort", "descending");
        else header.removeAttribute("aria-sort");
      }
    }

    function change() {
      const wanted = new FormData(form);
      showOrder();
      apply(wanted);
      const query = new URLSearchParams([...wanted].filter(([, value]) => value));
      history.replaceState(history.state, "", (query.size ? `?${query}` : location.pathname) + location.hash);
      for (const link of document.querySelectorAll("a[hreflang]")) link.search = query;
    }

    function restore() {
      let restored = false;
      const left = [];
      for (const [name, value] of new URLSearchParams(location.search)) {
        const control = form.elements.namedItem(name);
        if (!control) continue;
        restored = true;
        if (control.type === "checkbox") control.checked = control.value === value;
        else control.value = value;
        if (control.selectedIndex !== -1) continue;
        control.value = "";
        const label = control.closest("label").querySelector("span").textContent;
        left.push(unknown.dataset.paUnknown.replace("{name}", () => label).replace("{value}", () => value));
      }
      unknown.textContent = left.join(" ");
      return restored;
    }

    function changedByReader() {
      unknown.textContent = "";
      change();
    }

    shared.sortable(table, (header) => {
      const down = header.getAttribute("aria-sort") === "ascending";
      sort.value = `${down ? "-" : ""}${header.dataset.paSort}`;
      changedByReader();
    });
    form.addEventListener("input", changedByReader);
    form.addEventListener("reset", () => setTimeout(changedByReader));
    form.addEventListener("submit", (event) => event.preventDefault());
    return { change, restore };
  };

  /* Have the link beside a list compare the papers that are shown: so many, whose slugs `slugs` returns once `load` is
     done. Where they are too many for that, or too few, it leads to where papers are chosen. What is shown is also what is
     exported; without `slugs` that is the whole library. */
  shared.offerComparison = (count, slugs, load = async () => {}) => {
    shared.shown = slugs && { slugs, load };
    const offer = document.querySelector(".pa-filter__compare a[data-pa-most]");
    if (!offer) return;
    offer.dataset.paAny ??= offer.textContent;
    offer.search = "";
    offer.textContent = offer.dataset.paAny;
    if (count < 2 || count > offer.dataset.paMost) return;
    offer.search = `?p=${slugs().join(",")}`;
    offer.textContent = offer.dataset.paThese.replace("{count}", count);
  };

  /* What was chosen to sort by: the name of a column, and whether it is turned round. */
  shared.orderOf = (chosen) => ({ by: chosen.replace(/^-/, ""), down: chosen.startsWith("-") });

  function setUpFilter(form) {
    const table = document.getElementById(form.dataset.paFilter);
    if (!table || form.dataset.paReady) return;
    form.dataset.paReady = "yes";

    const rows = Array.from(table.tBodies[0].rows);
    const columns = Array.from(table.tHead.rows[0].cells, (header) => header.dataset.paSort);
    const texts = new Map(rows.map((row) => [row, shared.fold(row.cells[0].textContent)]));
    const count = form.querySelector("[data-pa-count]");
    const none = document.querySelector(".pa-filter__none");

    const matches = (row, wanted) =>
      (!wanted.get("direction") || row.dataset.direction.split(" ").includes(wanted.get("direction"))) &&
      (!wanted.get("year") || row.dataset.year === wanted.get("year")) &&
      (!wanted.get("venue") || row.dataset.venue === wanted.get("venue")) &&
      (!wanted.get("code") || row.dataset.code === "yes") &&
      shared
        .fold(wanted.get("text") || "")
        .split(/\s+/)
        .every((word) => texts.get(row).includes(word));
    let order = "";
    let words = false;

    /* What is searched and not shown is there when a reader is about to search. */
    async function loadWords() {
      if (words) return;
      words = true;
      try {
        await shared.load(form.dataset.paWords);
        const found = window.paperAtlasWords[form.dataset.paWords.split("?")[1]];
        for (const [at, row] of rows.entries()) texts.set(row, `${texts.get(row)}\n${found[at]}`);
        if (form.elements.text.value) change();
      } catch {
        words = false; // rows are searched for what they show
      }
    }

    function sortRows(wanted) {
      if (wanted === order) return;
      order = wanted;
      const { by, down } = shared.orderOf(wanted);
      table.tBodies[0].append(...(by ? shared.sortedRows([...rows], by, columns.indexOf(by), down) : rows));
    }

    const { change, restore } = shared.filterForm(form, table, (wanted) => {
      if (wanted.get("text")) loadWords();
      sortRows(wanted.get("sort"));
      let shown = 0;
      for (const row of rows) {
        row.hidden = !matches(row, wanted);
        if (!row.hidden) shown += 1;
      }
      count.textContent = count.dataset.paCount.replace("{shown}", shown).replace("{total}", rows.length);
      none.hidden = shown > 0;
      const inOrder = Array.from(table.tBodies[0].rows);
      shared.offerComparison(shown, () => inOrder.filter((row) => !row.hidden).map((row) => row.dataset.slug));
    });
    form.elements.text.addEventListener("focus", loadWords);
    restore();
    change();
  }

  function start() {
    document.querySelectorAll("form[data-pa-words]").forEach(setUpFilter);
    // What was here before this script has waited for it.
    shared.startPapers?.();
  }

  shared.startFilters = start;
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
