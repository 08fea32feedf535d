import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { DATA } from "./map.mjs";
import { enter, open, press, texts } from "./page.mjs";

const SCRIPTS = [
  "vendor/leaflet/leaflet.js",
  "match-list.js",
  "map-model.js",
  "map-tiles.js",
  "map-card.js",
  "map-find.js",
  "map.js",
];

const HTML = `
<figure id="map" hidden data-pa-zoom-in="in" data-pa-zoom-out="out" data-pa-more="{count} more" data-pa-none="Nothing.">
  <form><input type="search" id="map-find"><ul id="map-found" hidden></ul>
    <select name="place"><option value=""></option></select><select name="type"><option value=""></option></select>
    <input type="number" name="from"><input type="number" name="to">
    <p data-pa-count="{papers}/{all_papers} papers, {relations}/{all_relations} relations"></p></form>
  <div class="pa-map__frame"><div class="pa-map__canvas" tabindex="0"></div>
    <button data-pa-tool="whole"></button><button data-pa-tool="screen" data-pa-leave="leave">full</button>
    <a data-pa-tool="link" href="#map"></a>
    <aside class="pa-map__card" hidden><button class="pa-map__close"></button><div></div></aside></div>
  <ul><li data-pa-region="0"><svg><path d="M0,0"/></svg></li><li data-pa-region="1"><svg><path d="M0,0"/></svg></li></ul>
</figure>
<details id="map-overview" open></details>`;

/* Draws nothing: what is drawn is tested with the tiles. */
const CONTEXT = new Proxy(
  {},
  { get: (_, name) => (name === "measureText" ? () => ({ width: 1 }) : () => {}), set: () => true },
);

async function openMap(hash = "") {
  const prepare = (window) => {
    window.paperAtlasMap = DATA;
    window.Path2D = class {
      moveTo() {}
      lineTo() {}
    };
    window.HTMLCanvasElement.prototype.getContext = () => CONTEXT;
    for (const [name, size] of [
      ["clientWidth", 800],
      ["clientHeight", 400],
    ]) {
      Object.defineProperty(window.HTMLElement.prototype, name, { value: size });
    }
  };
  const window = await open(HTML, SCRIPTS, { url: `https://example.org/map/${hash}`, prepare });
  const { document } = window;
  const { map } = window.paperatlasMap;
  return {
    window,
    document,
    map,
    control: (name) => document.querySelector("form").elements.namedItem(name),
    count: () => document.querySelector("[data-pa-count]").textContent,
    card: () => document.querySelector(".pa-map__card:not([hidden])"),
    view: () => [map.getCenter().lng, map.getCenter().lat, map.getZoom()].map(Math.round),
    link: () => document.querySelector("[data-pa-tool=link]").getAttribute("href"),
  };
}

describe("the link to a view of the map", () => {
  const cases = [
    ["", "5/5 papers, 4/4 relations", [200, 100, 0]],
    ["#elsewhere", "5/5 papers, 4/4 relations", [200, 100, 0]],
    ["#map?place=r1", "2/5 papers, 2/4 relations", [200, 100, 0]],
    ["#map?place=r1&type=0&from=2018", "1/5 papers, 1/4 relations", [200, 100, 0]],
    ["#map?at=100,90,96", "5/5 papers, 4/4 relations", [100, 90, 1]],
    ["#map?at=100,90,99999999", "5/5 papers, 4/4 relations", [100, 90, 2]],
    ["#map?at=100,90", "5/5 papers, 4/4 relations", [200, 100, 0]],
    ["#map?place=nosuch", "5/5 papers, 4/4 relations", [200, 100, 0]],
    ["#map?paper=nosuch", "5/5 papers, 4/4 relations", [200, 100, 0]],
  ];
  for (const [hash, count, view] of cases) {
    test(`'${hash}' is restored`, async () => {
      const map = await openMap(hash);
      assert.equal(map.count(), count);
      assert.deepEqual(map.view(), view);
    });
  }

  test("shows a paper, with a card, and moves there if it names no place", async () => {
    const there = await openMap("#map?paper=gat");
    assert.match(there.card().textContent, /GATGraph Attention2018 · Graphs/);
    assert.deepEqual(there.view().slice(0, 2), [340, 100]);
    const placed = await openMap("#map?at=100,90,96&paper=gat");
    assert.deepEqual(placed.view(), [100, 90, 1]);
    assert.ok(placed.card());
  });

  test("says what is chosen, and leads back to it", async () => {
    const map = await openMap();
    assert.equal(map.link(), "#map");
    enter(map.control("type"), "0");
    enter(map.control("from"), "2017");
    map.map.setView([90, 100], 1);
    assert.equal(map.link(), "#map?at=100%2C90%2C96&type=0&from=2017");
    assert.equal(map.window.location.hash, map.link());
    const again = await openMap(map.link());
    assert.equal(again.count(), map.count());
    assert.deepEqual(again.view(), map.view());
  });

  test("is obeyed when the address changes", async () => {
    const map = await openMap();
    map.window.location.hash = "#map?place=g1";
    await setTimeout(20);
    assert.equal(map.count(), "1/5 papers, 1/4 relations");
  });
});

describe("the map", () => {
  test("offers the places and the relations it has", async () => {
    const map = await openMap();
    assert.deepEqual(texts(map.control("place").options), ["", "Flows", "Models", "Theory", "Graphs"]);
    assert.deepEqual(texts(map.control("type").options), ["", "extends", "compares with"]);
    assert.equal(map.document.querySelector("figure").hidden, false);
    assert.equal(map.document.querySelector("details").open, false);
  });

  test("finds a paper, the most related first, and takes away the filter that hides it", async () => {
    const map = await openMap("#map?place=r0");
    const input = map.document.querySelector("#map-find");
    enter(input, "g");
    assert.deepEqual(texts(map.document.querySelectorAll("#map-found b")), ["GAT", "GCN"]);
    press(input, "Enter");
    assert.match(map.card().textContent, /GAT/);
    assert.equal(map.count(), "5/5 papers, 4/4 relations");
    enter(input, "nosuch");
    assert.deepEqual(texts(map.document.querySelectorAll("#map-found li")), ["Nothing."]);
  });

  test("says in which language a title is, not that of a method", async () => {
    const map = await openMap("#map?paper=nice");
    const tagged = () =>
      Array.from(map.document.querySelectorAll("body [lang]"), (part) => `${part.textContent}: ${part.lang}`);
    assert.deepEqual(tagged(), ["NICE: de"]);
    const input = map.document.querySelector("#map-find");
    enter(input, "attention");
    assert.deepEqual(tagged(), ["Graph Attention: de", "NICE: de"]);
    press(input, "Enter");
    // In the list, which is closed, and on the card.
    assert.deepEqual(tagged(), ["Graph Attention: de", "Graph Attention: de"]);
  });

  test("tells the relations of a paper from its side, and goes along them", async () => {
    const map = await openMap("#map?paper=realnvp");
    assert.deepEqual(texts(map.card().querySelectorAll("li")), [
      "compared by GAT",
      "extends NICE",
      "compares with Bound",
    ]);
    map.card().querySelector("li button").click();
    assert.match(map.card().textContent, /^×?GAT/);
    assert.equal(map.document.activeElement.textContent, "GAT");
  });

  test("lets go of a paper with Escape and with its button", async () => {
    const map = await openMap("#map?paper=gat");
    press(map.document.querySelector(".pa-map__canvas"), "Escape");
    assert.equal(map.card(), null);
    const other = await openMap("#map?paper=gat");
    other.card().querySelector(".pa-map__close").click();
    assert.equal(other.card(), null);
    assert.equal(other.link(), "#map");
  });
});
