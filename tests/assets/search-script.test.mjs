import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { open } from "./page.mjs";

const PAGES = [
  ["papers/efficient.html", "Efficient Transformers", "Tay", [["", "", "Compares many transformer variants."]]],
  ["papers/attention.html", "Transformer", "Vaswani · 2017", [["", "", "只用注意力机制，不用循环神经网络。"]]],
  ["papers/bridge.html", "Schrödinger Bridge", "De Bortoli", [["", "", "Transport <b> & noise."]]],
  [
    "guide.html",
    "Guide",
    "",
    [
      ["", "", "How to begin."],
      ["cite", "Citations", "Cite a transformer."],
    ],
  ],
];

async function searchIn(pages = PAGES, language = "en") {
  const { paperatlas } = await open("", ["load.js", "search-script.js"]);
  const engine = paperatlas.searchInPages(pages, language);
  return async (typed) => Promise.all((await engine.search(typed)).results.map((result) => result.data()));
}

describe("search in pages", () => {
  const cases = [
    ["transformer", ["attention", "efficient", "guide"], "the title that is it, titles that hold it, texts"],
    ["efficient transformers", ["efficient"], "every word must be there"],
    ["transformering", ["attention", "efficient", "guide"], "another ending, where nothing has the word"],
    ["SCHRODINGER", ["bridge"], "neither case nor accents matter"],
    ["vaswani", ["attention"], "the byline"],
    ["注意力", ["attention"], "Chinese"],
    ["神经网络", ["attention"], "Chinese, of several words"],
    ["网络注意力", ["attention"], "Chinese words that stand apart"],
    ["citations", ["guide"], "a heading"],
    ["<b>", ["bridge"], "what looks like HTML"],
    ["nothing", [], "nothing"],
    ["   ", [], "nothing typed"],
  ];
  for (const [typed, names, why] of cases) {
    test(`'${typed}': ${why}`, async () => {
      const search = await searchIn();
      const found = await search(typed);
      assert.deepEqual(
        found.map(({ url }) => url.replace(/^\/(?:papers\/)?|\.html$/g, "")),
        names,
      );
    });
  }

  test("an excerpt marks the words, and is text", async () => {
    const search = await searchIn();
    const [found] = await search("& transport");
    assert.equal(found.excerpt, "<mark>Transport</mark> &lt;b> <mark>&amp;</mark> noise.");
  });

  test("a long text is cut around the word", async () => {
    const search = await searchIn([["a.html", "A", "", [["", "", `${"x ".repeat(500)}needle${" y".repeat(500)}`]]]]);
    const [found] = await search("needle");
    assert.ok(found.excerpt.includes("<mark>needle</mark>"));
    assert.ok(found.excerpt.length < 220);
  });

  test("the section that has the word is named", async () => {
    const search = await searchIn();
    const found = (await search("cite")).find(({ meta }) => meta.title === "Guide");
    assert.deepEqual(
      found.sub_results.map((part) => [part.anchor?.id, part.title]),
      [
        [undefined, ""],
        ["cite", "Citations"],
      ],
    );
  });
});
