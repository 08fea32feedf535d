import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { open } from "./page.mjs";

const HTML = `<span data-pa-exports="../../assets/exports-3.js" data-pa-slug="glow"><a href="../../library.ris" data-pa-export=".ris">RIS</a></span>
<a href="../../library.bib">Library</a>`;
const SCRIPT = { glow: { abstract: "It $& flows.", ".ris": "TY  - GEN\nAB  - \0\n" } };

/* A page whose exports are in a script that is loaded, or fails to load; `url` has a fragment where the links lead. */
async function exported(script, selector = "[data-pa-export]") {
  const loaded = [];
  const saved = [];
  const prepare = (window) => {
    window.Blob = class {
      constructor(parts, { type }) {
        saved.push(parts.join(""), type);
      }
    };
    window.URL.createObjectURL = () => "blob:x";
    window.URL.revokeObjectURL = () => {};
    window.HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    window.paperatlas = {
      async load(src) {
        loaded.push(src);
        if (!script) throw new Error(src);
        window.paperAtlasExports = script;
      },
    };
  };
  const window = await open(HTML.replaceAll("../../library", "#library"), ["exports.js", "exports.js"], { prepare });
  const event = new window.MouseEvent("click", { bubbles: true, cancelable: true });
  window.document.querySelector(selector).dispatchEvent(event);
  await setTimeout(5);
  return { loaded, saved, hash: window.location.hash };
}

test("a link saves the paper alone, with its abstract in its place", async () => {
  assert.deepEqual(await exported(SCRIPT), {
    loaded: ["../../assets/exports-3.js"],
    saved: ["TY  - GEN\nAB  - It $& flows.\n", "text/plain", "glow.ris"],
    hash: "",
  });
});

test("a link leads to the file with more papers where there is no such script, or it has no such paper", async () => {
  for (const script of [undefined, {}]) {
    const { saved, hash } = await exported(script);
    assert.deepEqual([saved, hash], [[], "#library.ris"]);
  }
});

test("other links are left alone", async () => {
  const { loaded, hash } = await exported(SCRIPT, "a:not([data-pa-export])");
  assert.deepEqual([loaded, hash], [[], "#library.bib"]);
});
