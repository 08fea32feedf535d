/* Shows what is broken at the foot of a page that `paperatlas zensical serve` serves, from the file beside this script. */

(() => {
  const address = new URL("served-notice.txt", document.currentScript.src);
  let shown = "";

  async function show() {
    // There is no answer while Zensical is started again.
    const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
    const notice = answer?.ok ? await answer.text() : shown;
    if (notice === shown) return;
    shown = notice;
    document.getElementById("pa-served")?.remove();
    document.body.insertAdjacentHTML("beforeend", notice);
  }

  show();
  // Zensical loads a page again when pages have changed, and not for this file.
  setInterval(show, 1000);
})();
