import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { enter, open, texts } from "./page.mjs";

const HTML = `
<a hreflang="zh" href="/zh/papers/">中文</a>
<form data-pa-filter="papers" data-pa-words="../words.js?1">
  <label><span>Direction</span><select name="direction"><option value=""></option><option>flows</option><option>graphs</option></select></label>
  <label><span>year</span><select name="year"><option value=""></option><option>2014</option><option>2017</option></select></label>
  <label><span>venue</span><select name="venue"><option value=""></option><option>ICLR</option></select></label>
  <input name="code" type="checkbox" value="yes">
  <input name="text" type="search">
  <label><span>Sort</span><select name="sort"><option value=""></option><option>name</option><option>-name</option>
    <option>year</option><option>-year</option><option>none</option><option>-none</option></select></label>
  <p data-pa-unknown="{name}: no {value}"></p>
  <p data-pa-count="{shown} of {total}"></p>
</form>
<table id="papers">
  <thead><tr><th data-pa-sort="name" data-pa-sort-label="By name">Name</th><th data-pa-sort="year">Year</th>
    <th data-pa-sort="none">Cited</th></tr></thead>
  <tbody>
    <tr data-name="realnvp" data-year="2017" data-direction="flows graphs" data-venue="ICLR" data-code="yes">
      <td>Real NVP Density Estimation</td><td>2017</td><td>100</td></tr>
    <tr data-name="nice" data-year="2014" data-direction="flows" data-venue="" data-code="">
      <td>NICE</td><td>2014</td><td>20</td></tr>
    <tr data-name="gcn" data-year="2017" data-direction="graphs" data-venue="ICLR" data-code="">
      <td>GCN Graph Density Łukasz Ångström</td><td>2017</td><td>3</td></tr>
  </tbody>
</table>
<p class="pa-filter__none" hidden></p>`;

const table = async (query = "", prepare = () => {}) => {
  const window = await open(HTML, ["load.js", "paperatlas.js", "filter.js"], {
    url: `https://example.org/papers/${query}`,
    prepare,
  });
  const { document } = window;
  const form = document.querySelector("form");
  return {
    window,
    document,
    form,
    control: (name) => form.elements.namedItem(name),
    rows: () =>
      texts(document.querySelectorAll("tbody tr:not([hidden]) td:first-child")).map((text) => text.split(" ")[0]),
  };
};

describe("sorting a table", () => {
  const cases = [
    [0, ["GCN", "NICE", "Real"], "by what its rows say"],
    [1, ["NICE", "Real", "GCN"], "what is equal stays in order"],
    [2, ["GCN", "NICE", "Real"], "by the text of cells, numbers as numbers"],
  ];
  for (const [column, sorted, why] of cases) {
    test(`column ${column}: ${why}`, async () => {
      const { document, rows } = await table();
      const header = document.querySelectorAll("th")[column];
      header.firstElementChild.click();
      assert.deepEqual(rows(), sorted);
      assert.equal(header.getAttribute("aria-sort"), "ascending");
    });
  }

  test("again turns it round; one column at a time says how it is sorted", async () => {
    const { document, rows } = await table();
    const [name, year] = document.querySelectorAll("th");
    year.firstElementChild.click();
    name.firstElementChild.click();
    name.firstElementChild.click();
    assert.deepEqual(rows(), ["Real", "NICE", "GCN"]);
    assert.equal(name.getAttribute("aria-sort"), "descending");
    assert.equal(year.hasAttribute("aria-sort"), false);
    assert.equal(name.firstElementChild.title, "By name");
  });
});

describe("filtering the papers", () => {
  const cases = [
    ["", ["Real", "NICE", "GCN"]],
    ["?direction=graphs", ["Real", "GCN"]],
    ["?year=2017&direction=flows", ["Real"]],
    ["?venue=ICLR&text=density", ["Real", "GCN"]],
    ["?text=DENSITY+real", ["Real"]],
    ["?text=lukasz", ["GCN"]],
    ["?text=%C5%81ukasz+angstr%C3%B6m", ["GCN"]],
    ["?sort=name", ["GCN", "NICE", "Real"]],
    ["?sort=-year", ["GCN", "Real", "NICE"]],
    ["?year=2017&sort=name", ["GCN", "Real"]],
    ["?code=yes", ["Real"]],
    ["?code=no", ["Real", "NICE", "GCN"]],
    ["?year=1999&nosuch=1", ["Real", "NICE", "GCN"]],
    ["?text=nosuch", []],
  ];
  for (const [query, shown] of cases) {
    test(`an address with '${query}' shows ${shown.join(", ") || "nothing"}`, async () => {
      const { document, rows } = await table(query);
      assert.deepEqual(rows(), shown);
      assert.equal(document.querySelector("[data-pa-count]").textContent, `${shown.length} of 3`);
      assert.equal(document.querySelector(".pa-filter__none").hidden, shown.length > 0);
    });
  }

  test("a language as MkDocs' own themes write it is one", async () => {
    const { rows } = await table("?text=density&sort=name", ({ document }) => {
      document.documentElement.lang = "zh_Hans_CN";
    });
    assert.deepEqual(rows(), ["GCN", "Real"]);
  });

  test("what is not shown is found when it has come", async () => {
    const { window, document, control, rows } = await table();
    control("text").focus();
    window.paperAtlasWords = { 1: ["laurent", "dinh bengio", "kipf"] };
    document.querySelector('script[src="../words.js?1"]').onload();
    await setTimeout(5);
    enter(control("text"), "Bengió");
    assert.deepEqual(rows(), ["NICE"]);
  });

  test("what is unknown is said, and the rest is done", async () => {
    const { window, document, control, rows } = await table("?direction=nosuch&year=2017&sort=nosuch");
    assert.deepEqual(rows(), ["Real", "GCN"]);
    const told = document.querySelector("[data-pa-unknown]");
    assert.equal(told.textContent, "Direction: no nosuch Sort: no nosuch");
    assert.equal(window.location.search, "?year=2017");
    enter(control("year"), "2014");
    assert.equal(told.textContent, "");
  });

  test("the head of a column and the list of orders say the same; the other language gets it too", async () => {
    const { document, control, rows } = await table("?year=2017");
    const name = document.querySelector("th");
    name.firstElementChild.click();
    name.firstElementChild.click();
    assert.equal(control("sort").value, "-name");
    assert.equal(name.getAttribute("aria-sort"), "descending");
    assert.equal(document.querySelector("a").href, "https://example.org/zh/papers/?year=2017&sort=-name");
    enter(control("sort"), "year");
    assert.deepEqual(rows(), ["Real", "GCN"]);
    assert.equal(name.hasAttribute("aria-sort"), false);
    assert.equal(document.querySelectorAll("th")[1].getAttribute("aria-sort"), "ascending");
  });

  test("the address remembers the choice, and nothing when it is taken back", async () => {
    const { window, form, control, rows } = await table();
    enter(control("year"), "2017");
    enter(control("text"), "graph");
    assert.deepEqual(rows(), ["GCN"]);
    assert.equal(window.location.search, "?year=2017&text=graph");
    form.reset();
    await setTimeout(5);
    assert.equal(rows().length, 3);
    assert.equal(window.location.href, "https://example.org/papers/");
  });
});
