import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { enter, open, run, texts } from "./page.mjs";

const KEY = "paperatlas.marks:/";
const HTML = `
<template class="pa-marking" data-pa-root="../" data-pa-unmarked="Mark"><button class="pa-marks__open"></button>
<span class="pa-marks__choices"><button data-pa-choice="to-read">To read</button><button data-pa-choice="read">Read</button
><button data-pa-choice="star">Starred</button><span role="status"></span></span></template>
<div data-pa-reading="../assets/reading-data.js?v1" data-pa-exports="../assets/exports" data-pa-paper="../papers/{slug}/" data-pa-failed="Failed" data-pa-loading="Loading"
  data-pa-gone="gone" data-pa-changed="{name} has no mark" data-pa-undone="Undone" data-pa-blocked="Blocked" data-pa-unreadable="Unreadable">
<p class="pa-reading__told" tabindex="-1"><span role="status"></span> <button data-pa-do="undo" hidden>Undo</button></p>
<p class="pa-reading__empty" hidden></p>
<section class="pa-reading__marked" hidden>
<form data-pa-filter="reading-table"><label><span>Show</span><select name="show"><option value=""></option><option>to-read</option><option>read</option
><option>star</option></select></label><label><span>Sort</span><select name="sort"><option value=""></option><option>name</option><option>-name</option
><option>year</option><option>-year</option></select></label><p data-pa-unknown="{name}: no {value}"></p><p data-pa-count="{shown} of {total}"></p></form>
<table id="reading-table"><thead><tr><th data-pa-sort="name">Name</th><th data-pa-sort="year">Year</th><th data-pa-sort="when">Marked</th><th>Marks</th></tr></thead>
<tbody></tbody></table><p class="pa-filter__none" hidden></p>
<button data-pa-export=".csl.json" data-pa-name="mine" data-pa-left="Without {count}">CSL-JSON</button></section>
<section class="pa-reading__known"><input type="file" data-pa-read="bib"><div data-pa-matches="{file}: {entries}, {found} here, {read} read" data-pa-not-read="{file} is empty"
  data-pa-marked-read="{count} marked" data-pa-by="{key} by {what}" data-pa-by-arxiv="arXiv number" data-pa-by-title="title"><p role="status"></p><p hidden><button data-pa-label="Mark {count}"></button></p><ul></ul></div></section>
<ul><li><span data-pa-of="{known} of 2"></span> <progress max="2"></progress></li></ul>
<p data-pa-kept="Under {key} here"></p><p data-pa-on-disk></p>
<button data-pa-do="save" data-pa-name="marks">Save</button><input type="file" data-pa-read="marks" data-pa-loaded="{new}/{newer}/{same}" data-pa-not-marks="{file} has none">
<button data-pa-do="remove" data-pa-removed="{count} removed">Remove</button>
</div>`;

const DATA = {
  rowBlock: 2,
  slug: ["nice", "realnvp", "glow"],
  script: [0, 0, 1],
  direction: [[0], [0], []],
  former: { "old-glow": "glow" },
};
const ROWS = [
  {
    name: ["NICE", "Real NVP"],
    title: ["", "Density"],
    authors: ["A", "B"],
    venue: ["", "ICLR"],
    year: [2014, 2017],
    lang: ["", "en"],
  },
  { name: ["Glow"], title: [""], authors: ["C"], venue: [""], year: [0] },
];
const EXPORTS = [
  { nice: { abstract: "It $& flows.", ".csl.json": '[\n  {"id": "nice", "abstract": "\0"}\n]\n' } },
  { glow: { abstract: "", ".csl.json": '[\n  {"id": "glow"}\n]\n' } },
];
const KNOWN = { doi: ["10.1000/n", "", ""], arxiv: ["", "1605.08803", ""], title: ["nice", "density", "glow"] };
const mark = (slug, more) => ({
  slug,
  name: slug,
  title: "",
  state: "read",
  star: false,
  when: "2026-01-01T00:00:00.000Z",
  ...more,
});
const GLOW = mark("glow", { when: "2026-03-01T00:00:00.000Z", star: true, state: "" });
const NICE = mark("nice", { when: "2026-02-01T00:00:00.000Z" });
const GONE = mark("vae", { name: "VAE", state: "to-read" });

/* The page for a reader with some marks; `load` stands for the browser's loading of scripts. */
async function reading(marks = [], query = "") {
  const loaded = [];
  const saved = [];
  const prepare = (window) => {
    window.TextDecoder = TextDecoder;
    window.Blob = class {
      constructor(parts) {
        saved.push(parts.join(""));
      }
    };
    window.URL.createObjectURL = () => "blob:x";
    window.URL.revokeObjectURL = () => {};
    window.HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    if (marks.length) window.localStorage.setItem(KEY, JSON.stringify({ version: 1, marks }));
  };
  const scripts = [
    "paperatlas.js",
    "filter.js",
    "bibtex.js",
    "marks.js",
    "exports.js",
    "marked-papers.js",
    "own-library.js",
  ];
  const window = await open(HTML, scripts, { url: `https://example.org/reading/${query}`, prepare });
  const data = { ...DATA, rows: [] };
  window.paperAtlasReading = { v1: data };
  window.paperatlas.load = async (src) => {
    loaded.push(src.replace("../assets/reading-data", "").replace(".js?v1", ""));
    const [, part, block] = /(rows|exports)-(\d)\.js/.exec(src) ?? [];
    if (part === "rows") data.rows[block] = ROWS[block];
    if (part === "exports") window.paperAtlasExports = { ...window.paperAtlasExports, ...EXPORTS[block] };
    if (src.includes("-known.js")) data.known = KNOWN;
  };
  run(window, "reading.js");
  await setTimeout();
  const { document } = window;
  const find = (selector) => document.querySelector(selector);
  return {
    window,
    document,
    find,
    loaded,
    saved,
    names: () => texts(document.querySelectorAll("tbody .pa-paper__name")),
    told: () => find(".pa-reading__told [role=status]").textContent,
    kept: () =>
      JSON.parse(window.localStorage.getItem(KEY) ?? '{"marks":[]}').marks.map(({ slug, state }) => `${slug} ${state}`),
    settled: () => setTimeout(20),
    async give(kind, name, text) {
      const input = find(`[data-pa-read=${kind}]`);
      const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
      Object.defineProperty(input, "files", {
        value: [{ name, arrayBuffer: async () => bytes.buffer }],
        configurable: true,
      });
      input.dispatchEvent(new window.Event("change", { bubbles: true }));
      await setTimeout(20);
    },
  };
}

test("nothing is loaded or kept while nothing is marked; the page says where marks would be", async () => {
  const { window, find, loaded } = await reading();
  assert.deepEqual([loaded, window.localStorage.length], [[], 0]);
  assert.ok(!find(".pa-reading__empty").hidden);
  assert.ok(find(".pa-reading__marked").hidden);
  assert.equal(find("[data-pa-kept]").textContent, `Under ${KEY} here`);
  assert.equal(find("[data-pa-of]").textContent, "0 of 2");
  assert.ok(find("[data-pa-on-disk]").hidden);
});

test("the marks are listed, the last first, with the papers that are gone; only their data is loaded", async () => {
  const { names, loaded, find, told, document } = await reading([GONE, NICE, GLOW]);
  assert.deepEqual(names(), ["Glow", "NICE", "VAE"]);
  assert.deepEqual(loaded, ["", "-rows-0", "-rows-1"]);
  assert.equal(told(), "");
  assert.equal(find("tbody tr:last-child .pa-byline").textContent, "gone");
  assert.deepEqual(
    Array.from(document.querySelectorAll("tbody a"), (link) => link.getAttribute("href")),
    ["../papers/glow/", "../papers/nice/"],
  );
  assert.equal(find("[data-pa-of]").textContent, "1 of 2");
  assert.equal(find("[data-pa-count]").textContent, "3 of 3");
});

test("a filter and an order from the address, and from the form", async () => {
  const { names, find } = await reading([GONE, NICE, GLOW], "?show=read");
  assert.deepEqual(names(), ["NICE"]);
  enter(find("select[name=show]"), "");
  for (const [order, expected] of [
    ["name", ["Glow", "NICE", "VAE"]],
    ["-year", ["NICE", "VAE", "Glow"]],
  ]) {
    enter(find("select[name=sort]"), order);
    assert.deepEqual(names().toSorted(), expected.toSorted());
    assert.equal(names()[0], expected[0]);
  }
});

test("a mark that stood under a former address is that of the paper", async () => {
  const { names, kept, settled } = await reading([mark("old-glow")]);
  await settled();
  assert.deepEqual([names(), kept()], [["Glow"], ["glow read"]]);
});

test("a mark that is taken back leaves the list, and can be undone; the focus stays among the rows", async () => {
  const { document, find, names, told, kept, settled } = await reading([GONE, NICE, GLOW]);
  const button = find("tbody tr:nth-child(2) [data-pa-choice=read]");
  button.focus();
  button.click();
  await settled();
  assert.deepEqual([names(), told()], [["Glow", "VAE"], "nice has no mark"]);
  assert.equal(document.activeElement.closest("[data-pa-mark]").dataset.paMark, "vae");
  find("[data-pa-do=undo]").click();
  await settled();
  assert.deepEqual([names(), told()], [["Glow", "NICE", "VAE"], "Undone"]);
  assert.ok(kept().includes("nice read"));
});

test("all marks are removed, and nothing is left of them; until the page is left that can be undone", async () => {
  const { window, find, told, kept, settled } = await reading([NICE, GLOW]);
  find("[data-pa-do=remove]").click();
  await settled();
  assert.deepEqual([told(), window.localStorage.length], ["2 removed", 0]);
  find("[data-pa-do=undo]").click();
  assert.deepEqual(kept(), ["nice read", "glow "]);
});

test("papers are exported as the site exports them, without those that are gone", async () => {
  const { find, saved, told, settled } = await reading([GONE, NICE, GLOW]);
  find("[data-pa-export]").click();
  await settled();
  assert.deepEqual(saved, ['[\n  {"id": "glow"},\n  {"id": "nice", "abstract": "It $& flows."}\n]\n', "mine.csl.json"]);
  assert.equal(told(), "Without 1");
});

test("marks go into a file, and from it into another browser", async () => {
  const { find, saved } = await reading([NICE, GLOW]);
  find("[data-pa-do=save]").click();
  assert.equal(saved[1], "marks.json");
  const other = await reading([mark("nice", { when: "2026-02-02T00:00:00.000Z", state: "to-read" }), GONE]);
  await other.give("marks", "marks.json", saved[0]);
  assert.deepEqual([other.told(), other.kept()], ["1/0/1", ["nice to-read", "vae to-read", "glow "]]);
  other.find("[data-pa-do=undo]").click();
  assert.deepEqual(other.kept(), ["nice to-read", "vae to-read"]);
  await other.give("marks", "package.json", '{"version": "1.0"}');
  assert.equal(other.told(), "package.json has none");
});

test("the reader's own library is compared, and what is found marked at once", async () => {
  const { window, document, find, give, kept, settled, told } = await reading([NICE]);
  const said = () => find(".pa-reading__known [role=status]").textContent;
  const library =
    "@misc{n, doi={10.1000/N}} @misc{r, eprint={1605.08803}} @misc{r2, title={D\\'ensity}} @misc{x, title={Other}}";
  await give("bib", "own.bib", library);
  assert.equal(said(), "own.bib: 4, 2 here, 1 read");
  assert.deepEqual(texts(document.querySelectorAll(".pa-reading__known li")), [
    "NICE  n by DOI",
    "Real NVP Density r by arXiv number",
  ]);
  const tagged = () => texts(document.querySelectorAll("li [lang=en], td [lang=en]"));
  assert.deepEqual(tagged(), ["Density"]);
  const button = find(".pa-reading__known button");
  assert.equal(button.textContent, "Mark 1");
  button.click();
  await settled();
  assert.deepEqual([kept(), told()], [["nice read", "realnvp read"], "1 marked"]);
  assert.ok(button.parentNode.hidden);
  assert.equal(said(), "own.bib: 4, 2 here, 2 read");
  assert.deepEqual(tagged(), ["Density", "Density"]);
  find("#reading-table [data-pa-mark=nice] [data-pa-choice=read]").click();
  await settled();
  assert.equal(said(), "own.bib: 4, 2 here, 1 read");
  await give("bib", "empty.bib", "nothing");
  assert.equal(said(), "empty.bib is empty");
  await give(
    "bib",
    "latin.bib",
    Uint8Array.from(
      [..."@misc{l, title={D"]
        .map((c) => c.charCodeAt())
        .concat(0xe9, ..."nsity}}".split("").map((c) => c.charCodeAt())),
    ),
  );
  assert.equal(said(), "latin.bib: 1, 1 here, 1 read");
  assert.equal(window.localStorage.length, 1);
});

test("marks that cannot be read are said, and removed when the reader says so", async () => {
  const { window, find, told, settled } = await reading();
  window.localStorage.setItem(KEY, "{");
  window.dispatchEvent(new window.StorageEvent("storage", { key: KEY }));
  await settled();
  assert.equal(told(), "Unreadable");
  find("[data-pa-do=remove]").click();
  assert.deepEqual([told(), window.localStorage.length], ["", 0]);
});
