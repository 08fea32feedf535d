import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { open, press } from "./page.mjs";

const DELAYED = 150; // more than citations.js waits before a card comes or goes

const HTML = `
<p>As <a class="pa-cite" data-pa-card="nice" href="#pa-ref-nice">[1]</a> and
  <a class="pa-cite" data-pa-card="gone" href="#pa-ref-gone">[2]</a> have it.</p>
<template data-pa-card-of="nice"><p>NICE</p></template>
<details><summary>References</summary><ol><li class="pa-ref" id="pa-ref-nice">NICE</li></ol></details>
<details id="other"><summary>Other</summary></details>`;

async function openPage(hash = "") {
  const window = await open(HTML, ["citations.js"], { url: `https://example.org/note/${hash}`, prepare: withLayout });
  const [nice, gone] = window.document.querySelectorAll("a");
  const over = (element) => element.dispatchEvent(new window.Event("pointerover", { bubbles: true }));
  return { window, nice, gone, over, card: () => window.document.querySelector(".pa-cite-card:not([hidden])") };
}

function withLayout(window) {
  window.CSS = { escape: String };
  window.Element.prototype.getClientRects = () => [{ left: 10, top: 10, bottom: 20 }];
}

describe("the card of a citation", () => {
  test("comes after a moment's hover, describes its link, and goes", async () => {
    const { nice, over, card } = await openPage();
    over(nice);
    assert.equal(card(), null);
    await setTimeout(DELAYED);
    assert.equal(card().textContent, "NICE");
    assert.equal(nice.getAttribute("aria-describedby"), card().id);
    over(nice.parentElement);
    await setTimeout(DELAYED);
    assert.equal(card(), null);
    assert.equal(nice.hasAttribute("aria-describedby"), false);
  });

  test("does not come to a pointer that passes by, nor to a citation that has none", async () => {
    const { nice, gone, over, card } = await openPage();
    over(nice);
    over(nice.parentElement);
    await setTimeout(DELAYED);
    assert.equal(card(), null);
    over(gone);
    await setTimeout(DELAYED);
    assert.equal(card(), null);
  });

  test("goes with Escape", async () => {
    const { window, nice, over, card } = await openPage();
    over(nice);
    await setTimeout(DELAYED);
    press(window.document.body, "Escape");
    assert.equal(card(), null);
  });
});

describe("references that are folded away", () => {
  const cases = [
    ["", false],
    ["#", false],
    ["#other", false],
    ["#nosuch", false],
    ["#pa-ref-nice", true],
    ["#pa-ref%2Dnice", true],
  ];
  for (const [hash, unfolded] of cases) {
    test(`are ${unfolded ? "" : "not "}unfolded by '${hash}'`, async () => {
      const { window } = await openPage(hash);
      assert.equal(window.document.querySelector("details").open, unfolded);
    });
  }
});
