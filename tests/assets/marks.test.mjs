import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { open, press, run } from "./page.mjs";

const KEY = "paperatlas.marks:/atlas/";
const KIT = `
<template class="pa-marking" data-pa-root="../../" data-pa-unmarked="Mark" data-pa-blocked="Blocked" data-pa-unreadable="Unreadable"
  data-pa-former="old:ddpm">
<button type="button" class="pa-marks__open" aria-expanded="false"></button>
<span class="pa-marks__choices" role="group"><button data-pa-choice="to-read">To read</button><button data-pa-choice="read">Read</button
><button data-pa-choice="star">Starred</button><span role="status"></span></span>
</template>`;
const ROWS = `
<a data-pa-known="you know {known} of 2" hidden></a>
<ul class="pa-papers">
<li><a class="pa-paper__name">DDPM</a> <span class="pa-paper__title">Denoising</span> <span class="pa-marks" data-pa-mark="ddpm"></span></li>
<li><a class="pa-paper__name">DDIM</a> <span class="pa-marks" data-pa-mark="ddim"></span></li>
</ul>
<ul class="pa-papers"><li><a class="pa-paper__name">DDPM</a> <span class="pa-marks" data-pa-mark="ddpm"></span></li></ul>`;
const INLINE = `<p class="pa-marks" data-pa-mark="ddim" data-pa-name="DDIM" data-pa-title=""></p>`;

const mark = (slug, more) => ({
  slug,
  name: slug,
  title: "",
  state: "",
  star: false,
  when: "2026-01-01T00:00:00.000Z",
  ...more,
});
const text = (...marks) => JSON.stringify({ version: 1, marks });

async function page(html, { stored, ...more } = {}) {
  const window = await open(html + KIT, [], { url: "https://example.org/atlas/papers/x/", ...more });
  if (stored !== undefined) window.localStorage.setItem(KEY, stored);
  run(window, "marks.js");
  const { document } = window;
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    window,
    document,
    all,
    opener: (at = 0) => all(".pa-marks__open")[at],
    choice: (name) => document.querySelector(`[data-pa-choice=${name}]`),
    pressed: () => all("[data-pa-choice][aria-pressed=true]").map((button) => button.textContent),
    labels: () => all(".pa-marks__open").map((button) => button.getAttribute("aria-label")),
    kept: () => JSON.parse(window.localStorage.getItem(KEY) ?? "null")?.marks,
  };
}

test("nothing is written before the reader marks something, nor left when nothing is marked any more", async () => {
  const { window, opener, choice, kept } = await page(ROWS);
  opener().click();
  assert.equal(window.localStorage.length, 0);
  choice("read").click();
  assert.deepEqual(
    kept().map(({ when, ...rest }) => rest),
    [{ slug: "ddpm", name: "DDPM", title: "Denoising", state: "read", star: false }],
  );
  choice("read").click();
  assert.equal(window.localStorage.length, 0);
});

test("what is chosen, one after the other", async () => {
  const { choice, pressed, kept } = await page(INLINE);
  for (const [name, expected] of [
    ["to-read", ["To read"]],
    ["star", ["To read", "Starred"]],
    ["read", ["Read", "Starred"]],
    ["read", ["Starred"]],
    ["star", []],
  ]) {
    choice(name).click();
    assert.deepEqual(pressed(), expected);
  }
  assert.equal(kept(), undefined);
});

test("who takes one of two marks back has marked nothing", async () => {
  const { choice, kept } = await page(INLINE, { stored: text(mark("ddim", { state: "read", star: true })) });
  choice("star").click();
  assert.equal(kept()[0].when, "2026-01-01T00:00:00.000Z");
  choice("star").click();
  assert.ok(kept()[0].when > "2026-02");
});

test("the button of a row says what is marked, opens the choices and closes them again", async () => {
  const { document, opener, labels, all } = await page(ROWS, {
    stored: text(mark("ddpm", { state: "read", star: true })),
  });
  assert.deepEqual(labels(), ["Read, Starred: DDPM", "Mark: DDIM", "Read, Starred: DDPM"]);
  opener(1).click();
  assert.equal(opener(1).getAttribute("aria-expanded"), "true");
  assert.equal(all(".pa-marks__choices")[0].getAttribute("aria-label"), "Mark: DDIM");
  press(all("[data-pa-choice]")[0], "Escape");
  assert.deepEqual([all(".pa-marks__choices").length, document.activeElement], [0, opener(1)]);
  opener(1).click();
  opener(1).click();
  assert.equal(all(".pa-marks__choices").length, 0);
});

test("a paper that stands on a page twice has the same mark, and counts once as known", async () => {
  const { document, opener, choice, labels } = await page(ROWS);
  const known = document.querySelector("[data-pa-known]");
  assert.ok(known.hidden);
  opener().click();
  choice("read").click();
  assert.deepEqual(labels(), ["Read: DDPM", "Mark: DDIM", "Read: DDPM"]);
  assert.deepEqual([known.hidden, known.textContent], [false, "you know 1 of 2"]);
});

test("another tab is followed, and its marks are not lost", async () => {
  const { window, opener, choice, labels, kept } = await page(ROWS);
  window.localStorage.setItem(KEY, text(mark("ddim", { star: true })));
  window.dispatchEvent(new window.StorageEvent("storage", { key: KEY }));
  assert.deepEqual(labels().slice(0, 2), ["Mark: DDPM", "Starred: DDIM"]);
  window.localStorage.setItem(KEY, text(mark("ddim", { star: true }), mark("vae", { state: "read" })));
  opener().click();
  choice("to-read").click();
  assert.deepEqual(
    kept().map(({ slug }) => slug),
    ["ddim", "vae", "ddpm"],
  );
});

describe("a mark follows a paper whose address has changed", () => {
  const old = mark("old", { state: "read", when: "2026-03-01T00:00:00.000Z" });
  for (const [now, expected, why] of [
    [[], "read", "the mark is that of the paper now"],
    [[mark("ddpm", { state: "to-read", when: "2026-04-01T00:00:00.000Z" })], "to-read", "a later mark stays"],
    [[mark("ddpm", { state: "to-read", when: "2026-02-01T00:00:00.000Z" })], "read", "an earlier one does not"],
  ]) {
    test(why, async () => {
      const { kept } = await page(ROWS, { stored: text(old, ...now) });
      assert.deepEqual(
        kept().map(({ slug, state }) => [slug, state]),
        [["ddpm", expected]],
      );
    });
  }
});

describe("what cannot be read", () => {
  for (const [stored, why] of [
    ["{", "no JSON"],
    ["null", "nothing"],
    ['{"version": 2, "marks": []}', "of a later version"],
    ['{"version": 1, "marks": {}}', "no list"],
  ]) {
    test(`${why}: it is said, and not written over`, async () => {
      const { window, document, choice, pressed } = await page(INLINE, { stored });
      choice("read").click();
      assert.equal(document.querySelector("[role=status]").textContent, "Unreadable");
      assert.deepEqual(pressed(), []);
      assert.equal(window.localStorage.getItem(KEY), stored);
    });
  }

  test("what is no mark among marks is left out", async () => {
    const { window } = await page(INLINE);
    const broken = [
      null,
      3,
      {},
      { slug: 5, state: "read" },
      { slug: "__proto__", state: "x" },
      mark("a"),
      mark("b", { star: 1 }),
    ];
    const good = { slug: "__proto__", state: "read", when: "never", name: 3 };
    const found = [...window.paperatlas.marks.parse(JSON.stringify({ version: 1, marks: [...broken, good] })).values()];
    assert.deepEqual(
      found.map((each) => ({ ...each })),
      [mark("__proto__", { state: "read", when: "1970-01-01T00:00:00.000Z" })],
    );
  });
});

describe("a browser that keeps nothing", () => {
  const fails = () => {
    throw new Error("blocked");
  };
  for (const [why, prepare] of [
    ["an error for asking", (window) => Object.defineProperty(window, "localStorage", { get: fails })],
    ["no storage", (window) => Object.defineProperty(window, "localStorage", { value: null })],
    ["no room", (window) => (window.Storage.prototype.setItem = fails)],
  ]) {
    test(`${why}: it is said`, async () => {
      const { document, choice, pressed } = await page(INLINE, { prepare });
      assert.equal(document.querySelector("[role=status]").textContent, "");
      choice("star").click();
      assert.equal(document.querySelector("[role=status]").textContent, "Blocked");
      assert.deepEqual(pressed(), []);
    });
  }
});

test("sites below other addresses of a host have marks of their own", async () => {
  const { window, kept } = await page(INLINE);
  window.localStorage.setItem("paperatlas.marks:/other/", text(mark("ddim", { star: true })));
  window.dispatchEvent(new window.StorageEvent("storage"));
  assert.equal(window.document.querySelector("[data-pa-choice=star]").getAttribute("aria-pressed"), "false");
  window.document.querySelector("[data-pa-choice=read]").click();
  assert.equal(kept().length, 1);
  assert.deepEqual(JSON.parse(window.localStorage.getItem("paperatlas.marks:/other/")).marks.length, 1);
});
