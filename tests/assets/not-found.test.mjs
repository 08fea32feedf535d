import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { open, texts } from "./page.mjs";

const ADDRESSES = [
  ["", "Home"],
  ["papers/", "Papers"],
  ["papers/fastdpm/", "FastDPM"],
  ["papers/ddpm/", "DDPM"],
  ["people/dpm/", "D. P. M."],
  ["directions/diffusion/", "Diffusion models"],
  ["papers/dino/", "Self-distillation without labels"],
];

const section = (folder) => `<section data-pa-folder="${folder}" data-pa-addresses="/atlas/${folder}addresses.json">
  <form><input type="search" name="q"></form><div data-pa-near hidden><ul></ul></div></section>`;
const HTML = `<div class="pa-not-found" data-pa-root="/atlas/">${section("")}${section("en/")}</div>`;

async function missing(path, answer = { ok: true, json: async () => ADDRESSES }) {
  const asked = [];
  const prepare = (window) => {
    window.fetch = async (url) => {
      asked.push(url);
      return answer;
    };
  };
  const window = await open(HTML, ["not-found.js"], { url: `https://example.org${path}`, prepare });
  await setTimeout(5);
  const shown = window.document.querySelector("section:not([hidden])");
  return { asked, shown, near: shown.querySelector("[data-pa-near]"), typed: shown.querySelector("input").value };
}

describe("the page of a missing one", () => {
  const cases = [
    ["/atlas/papers/fast-dpm/", "fast dpm", ["/atlas/papers/fastdpm/"]],
    ["/atlas/papers/FastDPM.html", "Fast DPM", ["/atlas/papers/fastdpm/"]],
    ["/atlas/papers/ddmp.bib", "ddmp", ["/atlas/papers/ddpm/"]],
    ["/atlas/direction/difusion/index.html", "difusion", ["/atlas/directions/diffusion/"]],
    ["/atlas/papers/self-distillation/", "self distillation", ["/atlas/papers/dino/"]],
    ["/atlas/papers/zzzzzz/", "zzzzzz", []],
    ["/atlas/%E6%89%A9%E6%95%A3/%", "", []],
    ["/atlas/", "", []],
  ];
  for (const [path, typed, first] of cases) {
    test(`${path}: looks for '${typed}'`, async () => {
      const page = await missing(path);
      assert.equal(page.typed, typed);
      const links = Array.from(page.shown.querySelectorAll("a"), (link) => link.getAttribute("href"));
      assert.deepEqual(links.slice(0, 1), first);
      assert.equal(page.near.hidden, links.length === 0);
    });
  }

  test("is in the language of the address", async () => {
    const page = await missing("/atlas/en/papers/ddmp/");
    assert.deepEqual(page.asked, ["/atlas/en/addresses.json"]);
    assert.equal(page.shown.dataset.paFolder, "en/");
    assert.equal(page.shown.querySelector("a").getAttribute("href"), "/atlas/en/papers/ddpm/");
    assert.deepEqual(texts(page.shown.querySelectorAll("a")).slice(0, 1), ["DDPM"]);
  });

  test("is whole without the list of addresses", async () => {
    const page = await missing("/atlas/papers/ddmp/", { ok: false });
    assert.equal(page.near.hidden, true);
    assert.equal(page.typed, "ddmp");
  });

  test("opens a search that has no address, and asks it", async () => {
    const asked = [];
    const html = `<button class="md-search__button"></button>${HTML.replaceAll("<form>", "<form hidden>")}`;
    const window = await open(html, ["not-found.js"], {
      url: "https://example.org/atlas/zzzzzz/",
      prepare({ document, setTimeout: later }) {
        const shadow = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
        const show = () => {
          shadow.innerHTML = "<input>";
          shadow.firstChild.addEventListener("input", (event) => asked.push(event.target.value));
        };
        document.querySelector("button").addEventListener("click", () => later(show, 10));
      },
    });
    const form = window.document.querySelector("form");
    assert.equal(form.hidden, false);
    form.querySelector("input").value = "cold";
    form.dispatchEvent(new window.Event("submit", { cancelable: true }));
    await setTimeout(100);
    assert.deepEqual(asked, ["cold"]);
  });

  test("has no field for a search that is not there", async () => {
    const window = await open(HTML.replaceAll("<form>", "<form hidden>"), ["not-found.js"]);
    assert.equal(window.document.querySelector("form").hidden, true);
  });
});
