import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { open } from "./page.mjs";

const SCRIPT = "../../plugins/paperatlas/hosts/zensical/theme/served-notice.js";
const told = (text) => ({ ok: true, text: async () => `<aside id="pa-served">${text}</aside>` });

test("a served page shows what the file beside the script holds, as it changes", async () => {
  let answer = told("bib/a.bib:1");
  let look;
  const asked = new Set();
  const prepare = (window) => {
    window.fetch = async (url) => {
      asked.add(String(url));
      if (!answer) throw new TypeError("Failed to fetch");
      return answer;
    };
    window.setInterval = (again) => {
      look = again;
    };
    const src = "https://example.org/atlas/en/assets/served-notice.js";
    Object.defineProperty(window.document, "currentScript", { value: { src } });
  };
  const { document } = await open("<main></main>", [SCRIPT], { prepare });
  await setTimeout(5);
  const texts = [document.body.textContent];
  for (answer of [told("bib/a.bib:2"), null, { ok: false }, { ok: true, text: async () => "" }]) {
    await look();
    texts.push(document.body.textContent);
  }
  assert.deepEqual(texts, ["bib/a.bib:1", "bib/a.bib:2", "bib/a.bib:2", "bib/a.bib:2", ""]);
  assert.equal(document.querySelector("aside"), null);
  assert.deepEqual([...asked], ["https://example.org/atlas/en/assets/served-notice.txt"]);
});
