/* PaperAtlas: what is new on the page of changes since the reader's last visit. The last day that was seen is in the storage
   of the browser alone; during a session the marks stay. Without this script, or storage, nothing is marked. */
(() => {
  "use strict";

  const whole = document.querySelector("[data-pa-changes]");
  if (!whole) return;

  const key = `paperatlas.changes:${location.pathname}`;
  const items = Array.from(whole.querySelectorAll("[data-pa-day]"));
  const newest = items.map((item) => item.dataset.paDay).sort()[items.length - 1];
  const since = lastSeen();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since)) return;

  const fresh = items.filter((item) => item.dataset.paDay > since);
  for (const item of fresh) item.classList.add("pa-new");
  const text = fresh.length ? whole.dataset.paSince : whole.dataset.paNone;
  whole.querySelector("[role=status]").textContent = text.replace("{count}", fresh.length).replace("{day}", since);

  /* Return the last day that was on the page when this session began; empty at the first visit, or without storage. */
  function lastSeen() {
    try {
      const before = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "";
      sessionStorage.setItem(key, before);
      if (newest) localStorage.setItem(key, newest);
      return before;
    } catch {
      return ""; // the storage is blocked, or full
    }
  }
})();
