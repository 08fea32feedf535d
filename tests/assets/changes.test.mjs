import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { open, run } from "./page.mjs";

const item = (day) => `<li data-pa-day="${day}">${day}</li>`;
const page = (...days) => `<div data-pa-changes data-pa-since="{count} since {day}" data-pa-none="none since {day}">
  <p role="status"></p><ul>${days.map(item).join("")}</ul></div>`;
const KEY = "paperatlas.changes:/changes/";

async function visit(html, seen, prepare = () => {}) {
  const window = await open(html, [], { url: "https://example.org/changes/", prepare });
  if (seen !== undefined) window.localStorage.setItem(KEY, seen);
  run(window, "changes.js");
  const marked = Array.from(window.document.querySelectorAll(".pa-new"), (each) => each.dataset.paDay);
  return { window, marked, said: window.document.querySelector("[role=status]")?.textContent };
}

describe("what is new since the last visit", () => {
  const cases = [
    [["2026-11-02", "2026-10-01"], undefined, [], ""],
    [["2026-11-02", "2026-10-01"], "2026-10-01", ["2026-11-02"], "1 since 2026-10-01"],
    [["2026-11-02", "2026-12-01"], "2026-10-01", ["2026-11-02", "2026-12-01"], "2 since 2026-10-01"],
    [["2026-11-02"], "2026-11-02", [], "none since 2026-11-02"],
    [["2026-11-02"], "<b>", [], ""],
    [[], "2026-11-02", [], "none since 2026-11-02"],
  ];
  for (const [days, seen, marked, said] of cases) {
    test(`${days} after ${seen}`, async () => {
      const found = await visit(page(...days), seen);
      assert.deepEqual(found.marked, marked);
      assert.equal(found.said, said);
    });
  }

  test("the last day is kept, and during a session the marks stay", async () => {
    const { window } = await visit(page("2026-11-02"), "2026-10-01");
    assert.equal(window.localStorage.getItem(KEY), "2026-11-02\n2026-11-02");
    window.document.querySelector(".pa-new").classList.remove("pa-new");
    run(window, "changes.js");
    assert.equal(window.document.querySelectorAll(".pa-new").length, 1);
  });

  test("what came later on the day of the last visit is new", async () => {
    const html = page("2026-11-02", "2026-11-02", "2026-10-01").replace("2026-11-02</li>", "A\n  paper</li>");
    const first = await visit(html);
    const kept = first.window.localStorage.getItem(KEY);
    assert.equal(kept, "2026-11-02\nA paper\n2026-11-02");
    const later = html.replace("<ul>", `<ul><li data-pa-day="2026-11-02">Another</li>`);
    const found = await visit(later, kept);
    assert.deepEqual([found.marked, found.said], [["2026-11-02"], "1 since 2026-11-02"]);
    assert.equal(found.window.document.querySelector(".pa-new").textContent, "Another");
    // A browser that has kept the day alone marks later days alone.
    assert.deepEqual((await visit(later, "2026-11-02")).marked, []);
  });

  test("nothing is marked where the storage is blocked", async () => {
    const prepare = (window) => {
      const get = () => {
        throw new Error("SecurityError");
      };
      Object.defineProperty(window, "sessionStorage", { get });
    };
    const found = await visit(page("2026-11-02"), "2026-10-01", prepare);
    assert.deepEqual([found.marked, found.said], [[], ""]);
  });

  test("another page is left as it is", async () => {
    const { window } = await visit("<p>Else</p>");
    assert.equal(window.localStorage.length, 0);
  });
});
