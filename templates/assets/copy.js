/* PaperAtlas: buttons, and links to a text of the page, that copy it. Without this script there are no such buttons, and
   the text can be selected. */
(() => {
  "use strict";

  // It is here already where a theme swaps pages.
  window.paperatlas ??= {};
  const shared = window.paperatlas;
  if (shared.startCopy) {
    shared.startCopy();
    return;
  }

  const SHOWN_FOR = 2500;

  function select(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /* Pages opened from disk or over plain http have no clipboard to write to. */
  async function copy(element) {
    try {
      // biome-ignore lint/performance/useDomNodeTextContent: what is copied has the line breaks that are seen.
      const seen = element.innerText.trim();
      // What is folded away is not seen.
      await navigator.clipboard.writeText(seen || element.textContent.trim());
      return true;
    } catch {
      element.closest("details")?.setAttribute("open", "");
      select(element);
      return Boolean(document.execCommand?.("copy"));
    }
  }

  function setUp(button) {
    const target = document.getElementById(button.dataset.paCopy);
    if (!target || button.dataset.paReady) return;
    button.dataset.paReady = "yes";
    const label = button.textContent;
    const status = document.createElement("span");
    status.className = "pa-copy__status";
    status.setAttribute("role", "status");
    button.after(status);
    let timer;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      const copied = await copy(target);
      const message = copied ? button.dataset.paCopied : button.dataset.paSelected;
      button.textContent = message;
      status.textContent = message;
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = label;
        status.textContent = "";
      }, SHOWN_FOR);
    });
    button.hidden = false;
  }

  const start = () => document.querySelectorAll("[data-pa-copy]").forEach(setUp);
  shared.startCopy = start;
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
