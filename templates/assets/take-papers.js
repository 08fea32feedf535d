/* PaperAtlas: "Cite" in a row of the list copies the paper's BibTeX entry, and the exports hold the papers that the filter
   shows. Without this script "Cite" leads to the page of the paper, and the exports are those of the whole library. */
(() => {
  "use strict";

  const SHOWN_FOR = 2500;
  const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  function setUp(line) {
    const { download, joinExports, openPapers } = window.paperatlas;
    const table = document.getElementById(line.dataset.paTake);
    const status = line.querySelector("[role=status]");
    if (!table || line.dataset.paReady) return;
    line.dataset.paReady = "yes";

    /* Tell what was done, or to everybody that it failed. */
    function tell(text, failed = false) {
      status.classList.toggle("pa-copy__status", !failed);
      status.textContent = text;
    }

    /* The exports of some papers in a format. */
    async function exportsOf(slugs, suffix) {
      const all = await openPapers(line.dataset.paPapers);
      const papers = slugs.map(all.find).filter((paper) => paper !== undefined);
      const texts = await all.exportsOf(line.dataset.paScripts, suffix, papers);
      return texts.filter((text) => text !== undefined);
    }

    async function exportShown({ slugs, load }, suffix) {
      tell("");
      try {
        await load();
        download(`papers${suffix}`, joinExports(suffix, await exportsOf(slugs(), suffix)));
      } catch {
        tell(line.dataset.paFailed, true);
      }
    }

    async function cite(link) {
      const label = link.textContent;
      try {
        const [entry] = await exportsOf([link.dataset.paCite], ".bib");
        await navigator.clipboard.writeText(entry.trim());
        link.textContent = line.dataset.paCopied;
        tell(line.dataset.paCopied);
        setTimeout(() => {
          link.textContent = label;
          tell("");
        }, SHOWN_FOR);
      } catch {
        // A page that was opened from disk or over plain http has no clipboard; that of the paper shows what to select.
        location.assign(link.href);
      }
    }

    line.addEventListener("click", (event) => {
      const suffix = event.target.closest("[data-pa-export]")?.dataset.paExport;
      const { shown } = window.paperatlas;
      if (!suffix || !shown || !isPlain(event)) return;
      event.preventDefault();
      exportShown(shown, suffix);
    });
    table.addEventListener("click", (event) => {
      const link = event.target.closest("[data-pa-cite]");
      if (!link || !isPlain(event)) return;
      event.preventDefault();
      // What was copied is told where the link was: until then a second click has nothing to do.
      if (link.textContent !== line.dataset.paCopied) cite(link);
    });
  }

  const start = () => document.querySelectorAll("[data-pa-take]").forEach(setUp);
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
