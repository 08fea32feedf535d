/* PaperAtlas: a paper in a format of the reader's choice, on sites without a file for each paper. Without this script its
   links lead to a file that has other papers too. */
(() => {
  "use strict";

  // It is here already where a theme swaps pages.
  window.paperatlas ??= {};
  const shared = window.paperatlas;
  if (shared.exportOf) return;

  /* Give the reader a file. */
  shared.download = (name, text) => {
    const type = name.endsWith("json") ? "application/json" : "text/plain";
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = Object.assign(document.createElement("a"), { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url));
  };

  /* A paper in the format whose files end with `suffix`, from a script; nothing if the script is of another build, which
     had no such paper. */
  shared.exportOf = async (src, slug, suffix) => {
    await shared.load(src);
    const paper = window.paperAtlasExports[slug];
    return paper?.[suffix].replaceAll("\0", () => paper.abstract);
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("[data-pa-exports] > a");
    if (!link) return;
    event.preventDefault();
    const { paExports, paSlug } = link.parentNode.dataset;
    const suffix = link.dataset.paExport;
    const text = await shared.exportOf(paExports, paSlug, suffix).catch(() => undefined);
    if (text === undefined) location.assign(link.href);
    else shared.download(`${paSlug}${suffix}`, text);
  });
})();
