/* PaperAtlas: what is new on the page of changes since the reader's last visit. The last day that was seen, and what it had
   then, are in the storage of the browser alone; during a session the marks stay. Without this script, or storage, nothing
   is marked. */
(() => {
  "use strict";

  const whole = document.querySelector("[data-pa-changes]");
  if (!whole) return;

  const key = `paperatlas.changes:${location.pathname}`;
  const items = Array.from(whole.querySelectorAll("[data-pa-day]"));
  const newest = items.map((item) => item.dataset.paDay).sort()[items.length - 1];
  const [since, ...seen] = lastSeen().split("\n");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since)) return;

  const fresh = items.filter((item) => item.dataset.paDay > since || isLaterThatDay(item));
  for (const item of fresh) item.classList.add("pa-new");
  const text = fresh.length ? whole.dataset.paSince : whole.dataset.paNone;
  whole.querySelector("[role=status]").textContent = text.replace("{count}", fresh.length).replace("{day}", since);

  /* Whether an item came on the last day that was seen, but behind that visit. */
  function isLaterThatDay(item) {
    return seen.length > 0 && item.dataset.paDay === since && !seen.includes(nameOf(item));
  }

  /* What an item says, in one line. */
  function nameOf(item) {
    return item.textContent.trim().replace(/\s+/g, " ");
  }

  /* Return the last day that was on the page when this session began, and a line for each item it had; empty at the first
     visit, or without storage. */
  function lastSeen() {
    try {
      const before = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "";
      sessionStorage.setItem(key, before);
      const ofNewest = items.filter((item) => item.dataset.paDay === newest).map(nameOf);
      if (newest) localStorage.setItem(key, [newest, ...ofNewest].join("\n"));
      return before;
    } catch {
      return ""; // the storage is blocked, or full
    }
  }
})();
