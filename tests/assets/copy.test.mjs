import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { open } from "./page.mjs";

const HTML = `
<pre id="bibtex"> @misc{nice} </pre>
<button data-pa-copy="bibtex" data-pa-copied="Copied" data-pa-selected="Selected" hidden>Copy</button>
<button data-pa-copy="nosuch" hidden>Copy</button>`;

async function openPage(clipboard) {
  const prepare = (window) => {
    Object.defineProperty(window.navigator, "clipboard", { value: clipboard });
    // jsdom has no innerText, for it lays nothing out.
    Object.defineProperty(window.HTMLElement.prototype, "innerText", { get: () => " @misc{nice} " });
  };
  const window = await open(HTML, ["copy.js"], { prepare });
  const [button, without] = window.document.querySelectorAll("button");
  return { window, button, without, status: () => window.document.querySelector("[role=status]").textContent };
}

describe("a button that copies", () => {
  test("copies, and says so", async () => {
    const copied = [];
    const { button, status } = await openPage({ writeText: async (text) => copied.push(text) });
    button.click();
    await setTimeout(5);
    assert.deepEqual(copied, ["@misc{nice}"]);
    assert.deepEqual([button.textContent, status()], ["Copied", "Copied"]);
  });

  test("selects where there is no clipboard, and says so", async () => {
    const { window, button, status } = await openPage(undefined);
    button.click();
    await setTimeout(5);
    assert.equal(window.getSelection().toString().trim(), "@misc{nice}");
    assert.deepEqual([button.textContent, status()], ["Selected", "Selected"]);
  });

  test("is there only where there is something to copy", async () => {
    const { button, without } = await openPage(undefined);
    assert.equal(button.hidden, false);
    assert.equal(without.hidden, true);
  });
});
