import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { enter, open, press, texts } from "./page.mjs";

const PAPERS = [
  ["Diffusion", "Deep Unsupervised Learning"],
  ["DDPM", "Denoising Diffusion Probabilistic Models"],
  ["Latent Diffusion", "High-Resolution Synthesis"],
  ["Schrödinger Bridge", "Diffusion by transport"],
  ["扩散模型", ""],
];

describe("search in names and titles", () => {
  const cases = [
    ["diffusion", ["Diffusion", "Latent Diffusion", "DDPM", "Schrödinger Bridge"], "names that begin, names that hold"],
    ["DDPM", ["DDPM"], "the case does not matter"],
    ["schrodinger", ["Schrödinger Bridge"], "nor do accents"],
    ["Schro\u0308dinger", ["Schrödinger Bridge"], "nor how they are encoded"],
    ["  latent ", ["Latent Diffusion"], "nor spaces around"],
    ["models  denoising", ["DDPM"], "words of a title in any order"],
    ["ddpm models", ["DDPM"], "words of name and title together"],
    ["models latent", [], "every word must be there"],
    ["扩散", ["扩散模型"], "Chinese"],
    [" ", [], "nothing typed, nothing found"],
  ];
  for (const [typed, names, why] of cases) {
    test(`'${typed}': ${why}`, async () => {
      const { paperatlas } = await open("", ["match-list.js"]);
      const search = paperatlas.searchIn(PAPERS, (paper) => paper);
      assert.deepEqual(
        Array.from(search(typed), ([name]) => name),
        names,
      );
    });
  }
});

describe("the list of matches", () => {
  async function listOf({ none } = {}) {
    const window = await open(
      '<input role="combobox" aria-expanded="false"><ul id="found" role="listbox" hidden></ul>',
      ["match-list.js"],
    );
    const [input, list] = window.document.body.children;
    const told = [];
    const picked = [];
    window.paperatlas.matchList({
      input,
      list,
      most: 3,
      search: window.paperatlas.searchIn(PAPERS, (paper) => paper),
      describe: ([name, title]) => [name, title, 0],
      pick: ([name]) => picked.push(name),
      none,
      searched: (...search) => told.push(search),
    });
    const marked = () => texts(list.querySelectorAll('[aria-selected="true"] b'));
    return { window, input, list, told, picked, marked };
  }

  test("has the best matches, each with name and title, the first marked", async () => {
    const { input, list, told, marked } = await listOf();
    enter(input, "diffusion");
    assert.deepEqual(texts(list.children), [
      "Diffusion Deep Unsupervised Learning",
      "Latent Diffusion High-Resolution Synthesis",
      "DDPM Denoising Diffusion Probabilistic Models",
    ]);
    assert.equal(list.hidden, false);
    assert.equal(input.getAttribute("aria-expanded"), "true");
    assert.equal(input.getAttribute("aria-activedescendant"), "found-0");
    assert.deepEqual(marked(), ["Diffusion"]);
    assert.deepEqual(told, [["diffusion", 4]]);
  });

  test("arrows go round, Enter picks", async () => {
    const { input, list, picked, marked } = await listOf();
    enter(input, "diffusion");
    press(input, "ArrowUp");
    assert.deepEqual(marked(), ["DDPM"]);
    press(input, "ArrowDown");
    press(input, "ArrowDown");
    assert.deepEqual(marked(), ["Latent Diffusion"]);
    assert.equal(press(input, "Enter").defaultPrevented, true);
    assert.deepEqual(picked, ["Latent Diffusion"]);
    assert.equal(input.value, "Latent Diffusion");
    assert.equal(list.hidden, true);
    assert.equal(input.hasAttribute("aria-activedescendant"), false);
  });

  test("a click picks", async () => {
    const { input, list, picked } = await listOf();
    enter(input, "ddpm");
    list.firstElementChild.click();
    assert.deepEqual(picked, ["DDPM"]);
  });

  test("Escape and leaving the field close it, Arrow Down opens it again", async () => {
    const { window, input, list } = await listOf();
    enter(input, "ddpm");
    assert.equal(press(input, "Escape").defaultPrevented, true);
    assert.equal(list.hidden, true);
    assert.equal(press(input, "Escape").defaultPrevented, false);
    assert.equal(press(input, "Enter").defaultPrevented, false);
    press(input, "ArrowDown");
    assert.equal(list.hidden, false);
    input.dispatchEvent(new window.Event("blur"));
    assert.equal(list.hidden, true);
  });

  test("keys that compose a character are the input method's", async () => {
    const { input, list, picked } = await listOf();
    enter(input, "扩散");
    assert.equal(press(input, "Enter", { isComposing: true }).defaultPrevented, false);
    assert.equal(list.hidden, false);
    assert.deepEqual(picked, []);
  });

  test("stays away where nothing matches, which is told", async () => {
    const { input, list, told } = await listOf();
    enter(input, "nosuch");
    assert.equal(list.hidden, true);
    assert.deepEqual(told, [["nosuch", 0]]);
  });

  test("or says itself that nothing matches, in what cannot be picked", async () => {
    const { input, list, picked } = await listOf({ none: "Nothing." });
    enter(input, "nosuch");
    assert.deepEqual(texts(list.children), ["Nothing."]);
    assert.equal(list.firstElementChild.getAttribute("aria-disabled"), "true");
    press(input, "Enter");
    list.firstElementChild.click();
    assert.deepEqual(picked, []);
    press(input, "Escape");
    assert.equal(list.hidden, true);
    enter(input, "");
    assert.equal(list.hidden, true);
  });
});
