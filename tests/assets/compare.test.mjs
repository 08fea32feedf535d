import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { enter, open, press, run, texts } from "./page.mjs";

const HTML = `
<a hreflang="en" href="/en/compare/">English</a>
<div data-pa-compare="../assets/compare-data.js?v1" data-pa-paper="../papers/{slug}/" data-pa-separator=", "
  data-pa-take-out="Take out {name}" data-pa-unknown="Not here: {keys}" data-pa-empty="None yet." data-pa-loading="Loading"
  data-pa-failed="Failed" hidden>
<form><input data-pa-none="No match"><ul id="found" role="listbox" hidden></ul></form>
<p role="status"></p>
<div class="pa-chosen__frame" tabindex="0" hidden><table><thead><tr><th>Method</th></tr></thead><tbody></tbody></table></div>
</div>
<a data-pa-group="flows/models" href="../directions/flows/#group-models">Models</a>`;

const DATA = {
  block: 2,
  columns: [
    ["venue", "Venue"],
    ["change", "What it changes"],
    ["builds_on", "Builds on"],
    ["code", "Code"],
  ],
  slug: ["nice", "realnvp", "dblp-1"],
  name: ["NICE", "Real NVP", "Flow++"],
  title: ["Non-linear Components", "Density Estimation", ""],
  year: [2014, 2017, 0],
  lang: ["", "", "de"],
  keys: { "DBLP:1": 2 },
  groups: { "flows/models": ["nice", "dblp-1"] },
};
const ROWS = [
  [
    { venue: "arXiv 2014" },
    {
      venue: "ICLR 2017",
      change: ["Adds <em>scaling</em>", "en"],
      builds_on: [
        ["NICE", "nice", "Non-linear"],
        ["Flow++", "dblp-1", "Flow++"],
      ],
      more: ["+2", "and 2 more"],
      code: ["Code", "https://example.org/"],
    },
  ],
  [{}],
];

/* The page at an address; `load` stands for the browser's loading of scripts. */
async function compare(query = "", { fail = () => false } = {}) {
  const loaded = [];
  const window = await open(HTML, ["match-list.js"], { url: `https://example.org/compare/${query}` });
  const data = { ...DATA, rows: [] };
  window.paperAtlasCompare = { v1: data };
  window.paperatlas.load = async (src) => {
    loaded.push(src.replace("../assets/", ""));
    if (fail(src)) throw new Error(src);
    const block = /-(\d)\.js/.exec(src);
    if (block) data.rows[block[1]] = ROWS[block[1]];
  };
  run(window, "compare.js");
  await setTimeout();
  const { document } = window;
  return {
    window,
    document,
    loaded,
    input: document.querySelector("input"),
    settled: () => setTimeout(),
    status: () => document.querySelector("[role=status]").textContent,
    table: () => Array.from(document.querySelectorAll("tr"), (row) => texts(row.cells)),
    shown: () => texts(document.querySelectorAll("tbody th a")),
    query: () => window.location.search,
  };
}

test("nothing is loaded before it is wanted", async () => {
  const { document, loaded, status, input, settled } = await compare();
  assert.deepEqual(loaded, []);
  assert.equal(status(), "None yet.");
  assert.ok(document.querySelector(".pa-chosen__frame").hidden);
  input.dispatchEvent(new document.defaultView.FocusEvent("focusin", { bubbles: true }));
  await settled();
  assert.deepEqual(loaded, ["compare-data.js?v1"]);
});

test("the address says what is compared: columns that have a value, and rows in its order", async () => {
  const { document, table, loaded, status } = await compare("?p=realnvp,nice");
  assert.deepEqual(table(), [
    ["Method", "Venue", "What it changes", "Builds on", "Code"],
    ["×Real NVP", "ICLR 2017", "Adds scaling", "NICE, Flow++ +2", "Code"],
    ["×NICE", "arXiv 2014", "", "", ""],
  ]);
  assert.deepEqual(loaded, ["compare-data.js?v1", "compare-data-0.js?v1"]);
  assert.equal(status(), "");
  assert.equal(document.querySelector(".pa-compare__change").lang, "en");
  const links = Array.from(document.querySelectorAll("tbody a"), (link) => link.getAttribute("href"));
  assert.deepEqual(links.slice(0, 5), [
    "../papers/realnvp/",
    "../papers/nice/",
    "../papers/dblp-1/",
    "../papers/realnvp/#relations",
    "https://example.org/",
  ]);
});

describe("what an address may name", () => {
  const cases = [
    ["?p=DBLP:1", ["Flow++"], "", "a citation key that is no slug"],
    ["?p=DBLP%3A1,%20nice%20,", ["Flow++", "NICE"], "", "escaped, with spaces and a comma too many"],
    ["?p=nice,nice,nice", ["NICE"], "", "a paper twice"],
    ["?p=nice,ncie,constructor", ["NICE"], "Not here: ncie, constructor", "what is not there"],
    ["?p=%3Cb%3E", [], "Not here: <b> None yet.", "nothing that is there"],
    ["?p=", [], "None yet.", "nothing"],
  ];
  for (const [query, names, told, why] of cases) {
    test(`${query}: ${why}`, async () => {
      const { document, shown, status } = await compare(query);
      assert.deepEqual(shown(), names);
      assert.equal(status(), told);
      const named = Array.from(document.querySelectorAll("tbody th [lang]"), (link) => [link.textContent, link.lang]);
      assert.deepEqual(named, names.includes("Flow++") ? [["Flow++", "de"]] : []);
    });
  }
});

test("papers are added by name and title, once, and taken out; the address follows", async () => {
  const { document, input, shown, query, settled } = await compare("?x=1&p=nice");
  input.focus();
  input.dispatchEvent(new document.defaultView.FocusEvent("focusin", { bubbles: true }));
  await settled();
  for (const [typed, names, kept] of [
    ["density", ["NICE", "Real NVP"], "?x=1&p=nice,realnvp"],
    ["nice", ["NICE", "Real NVP"], "?x=1&p=nice,realnvp"],
    ["flow", ["NICE", "Real NVP", "Flow++"], "?x=1&p=nice,realnvp,dblp-1"],
  ]) {
    enter(input, typed);
    press(input, "Enter");
    await settled();
    assert.deepEqual([shown(), query(), input.value], [names, kept, ""]);
  }
  assert.equal(
    document.querySelector("a[hreflang]").getAttribute("href"),
    "https://example.org/en/compare/?x=1&p=nice,realnvp,dblp-1",
  );
  document.querySelector("button[aria-label='Take out Real NVP']").click();
  await settled();
  assert.deepEqual([shown(), query()], [["NICE", "Flow++"], "?x=1&p=nice,dblp-1"]);
  assert.equal(document.activeElement.getAttribute("aria-label"), "Take out Flow++");
  for (const button of document.querySelectorAll("tbody button")) button.click();
  await settled();
  assert.equal(query(), "?x=1");
});

test("a group is where to begin", async () => {
  const { document, shown, query, settled } = await compare();
  document.querySelector("[data-pa-group]").click();
  await settled();
  assert.deepEqual([shown(), query()], [["NICE", "Flow++"], "?p=nice,dblp-1"]);
  assert.ok(document.activeElement.matches(".pa-chosen__frame"));
});

test("data that is not there is told, and tried again", async () => {
  let broken = true;
  const { document, status, shown, settled } = await compare("?p=nice", { fail: () => broken });
  assert.equal(status(), "Failed");
  broken = false;
  document.querySelector("[data-pa-group]").click();
  await settled();
  assert.deepEqual(shown(), ["NICE", "Flow++"]);
});
