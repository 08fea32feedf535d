import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { open, press, texts } from "./page.mjs";

const NAMES = ["Flows", "Diffusion", "Graphs"];
const YEARS = ["2010 2015 ", "2020 0 ", "2018 "];
const option = (name, number) => `<option value="${number}">${name}</option>`;
const select = (name) => `<select name="${name}"><option value="">–</option>${NAMES.map(option).join("")}</select>`;
const box = (name, number) => `<a class="pa-overview__box" href="/directions/${name}/" data-pa-direction="${number}"
  data-pa-slug="${name.toLowerCase()}" data-pa-years="${YEARS[number]}"><text class="pa-overview__count"></text></a>`;
const tie = (ends) => `<g data-pa-tie="${ends}"><path stroke-width="5"></path><text></text></g>`;
const row = (source, target, why) => `<tr><td><a href="${source}">${source}</a></td><td>2020</td>
  <td><span class="pa-relation">extends</span></td><td><a href="${target}">${target}</a></td><td lang="en">${why}</td></tr>`;
const template = (name, number) => `<template data-pa-open="${number}"><p class="pa-overview__name">${name}</p>
  <section><p class="pa-overview__group">Old</p><ul><li data-pa-year="2010">first of ${name}</li></ul></section>
  <section><p class="pa-overview__group">New</p><ul><li data-pa-year="2020">last of ${name}</li></ul></section></template>`;
const HTML = `
<figure class="pa-overview">
<div class="pa-overview__tools" hidden><b>2020</b><input type="range" min="2010" max="2020" value="2020">
  <button data-pa-leave="Leave">Full</button></div>
<svg>${tie("0 1")}${tie("1 2")}${NAMES.map(box).join("")}</svg>
<div class="pa-overview__panel" data-pa-connected="With" data-pa-unconnected="Nothing" data-pa-among="Among"
  data-pa-separator=", " hidden>${select("first")}${select("second")}
  <div class="pa-overview__read"><p>Choose</p></div></div>
${NAMES.map(template).join("")}
</figure>
<section data-pa-pair="0 1" data-pa-years="2020 2015 "><h3>Flows – Diffusion</h3><table><tbody>
  ${row("DDPM", "NICE", "As noise")}${row("NCSN", "NICE", "As score")}</tbody></table></section>
<section data-pa-pair="1 2" data-pa-years="2020"><h3>Diffusion – Graphs</h3><table><tbody>
  ${row("GDSS", "GCN", "On graphs")}</tbody></table></section>`;

async function map(query = "") {
  const window = await open(HTML, ["map-directions.js"], {
    url: `https://example.org/map/${query}`,
    prepare: (page) => {
      page.CSS = { escape: (text) => text };
    },
  });
  const { document } = window;
  const [first, second] = document.querySelectorAll("select");
  const boxes = document.querySelectorAll(".pa-overview__box");
  return {
    document,
    first,
    second,
    boxes,
    click: (element) => element.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true })),
    pick(select, value) {
      select.value = value;
      select.dispatchEvent(new window.Event("change"));
    },
    until(year) {
      const input = document.querySelector("input");
      input.value = year;
      input.dispatchEvent(new window.Event("input"));
    },
    read: () => document.querySelector(".pa-overview__read").textContent.replace(/\s+/g, " ").trim(),
    relations: () =>
      texts(document.querySelectorAll(".pa-overview__relations li")).map((text) => text.replace(/\s+/g, " ")),
    counts: () => [texts(document.querySelectorAll(".pa-overview__count")), texts(document.querySelectorAll("g text"))],
    lit: () => texts(document.querySelectorAll("g.pa-lit text")),
    query: () => window.location.search,
  };
}

test("at first the whole map and a hint", async () => {
  const { document, read, counts, query } = await map();
  assert.equal(read(), "Choose");
  assert.deepEqual(counts(), [
    ["2", "2", "1"],
    ["2", "1"],
  ]);
  assert.equal(query(), "");
  assert.ok(!document.querySelector(".pa-overview__panel").hidden);
});

test("a direction opens to its papers and to those it is connected with", async () => {
  const { boxes, click, read, document, query, lit } = await map();
  click(boxes[1]);
  assert.equal(read(), "DiffusionWithFlows 2Graphs 1Oldfirst of DiffusionNewlast of DiffusionAmong");
  assert.deepEqual(lit(), ["2", "1"]);
  assert.equal(query(), "?d=diffusion");
  assert.equal(document.querySelector(".pa-overview__read a").getAttribute("href"), "?group=diffusion#graph");
  assert.equal(boxes[1].getAttribute("aria-pressed"), "true");
  assert.equal(boxes[1].getAttribute("aria-label"), "Diffusion, 2");
  document.querySelector(".pa-overview__others button").click();
  assert.equal(query(), "?d=diffusion&d=flows");
});

describe("what connects two directions, however they are chosen", () => {
  const both = ["DDPM extends NICEAs noise", "NCSN extends NICEAs score"];
  const ways = {
    "in the drawing": ({ boxes, click }) => {
      click(boxes[1]);
      click(boxes[0]);
    },
    "by their line": ({ document, click }) => click(document.querySelector("[data-pa-tie='0 1']")),
    "by name": ({ first, second, pick }) => {
      pick(first, "0");
      pick(second, "1");
    },
    "with the keyboard": ({ boxes }) => {
      press(boxes[0], " ");
      press(boxes[1], " ");
    },
  };
  for (const [way, choose] of Object.entries(ways)) {
    test(way, async () => {
      const page = await map();
      choose(page);
      assert.deepEqual(page.relations(), both);
      assert.deepEqual(page.lit(), ["2"]);
      assert.equal(page.document.querySelector(".pa-overview__relations p").lang, "en");
    });
  }

  test("nothing", async () => {
    const { read } = await map("?d=flows&d=graphs");
    assert.equal(read(), "Flows – GraphsNothing");
  });
});

test("a second direction takes the place of another; one that is chosen again is let go", async () => {
  const { boxes, click, query, document, read } = await map("?d=flows&d=diffusion");
  click(boxes[2]);
  assert.equal(query(), "?d=flows&d=graphs");
  click(boxes[0]);
  assert.equal(query(), "?d=graphs");
  press(document.querySelector("figure"), "Escape");
  assert.deepEqual([query(), read()], ["", "Choose"]);
});

test("an earlier year has fewer papers and relations, in the same places", async () => {
  const { until, counts, relations, query, document, boxes } = await map("?d=flows&d=diffusion&x=1");
  until(2016);
  assert.deepEqual(counts(), [
    ["2", "1", "0"],
    ["1", "0"],
  ]);
  assert.deepEqual(relations(), ["NCSN extends NICEAs score"]);
  const width = Number(document.querySelector("path").getAttribute("stroke-width"));
  assert.ok(width > 3 && width < 5);
  assert.equal(query(), "?x=1&d=flows&d=diffusion&until=2016");
  assert.ok(boxes[2].classList.contains("pa-off"));
  assert.equal(document.querySelector("b").textContent, "2016");
  until(2020);
  assert.equal(query(), "?x=1&d=flows&d=diffusion");
});

describe("an address that makes no sense", () => {
  for (const query of ["?d=nosuch&until=1", "?d=&until=x", "?d=%00&until=9999"]) {
    test(query, async () => {
      const { read, counts } = await map(query);
      assert.equal(read(), "Choose");
      assert.deepEqual(counts()[1], ["2", "1"]);
    });
  }
});

test("the same direction twice is one", async () => {
  const { first, second, pick, query } = await map();
  pick(first, "0");
  pick(second, "0");
  assert.deepEqual([query(), second.value], ["?d=flows", ""]);
  pick(first, "");
  assert.deepEqual([query(), second.disabled], ["", true]);
});
