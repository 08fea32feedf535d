/* A page in which the scripts of templates/assets run as in a browser: one after the other, none of them a module. */

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { JSDOM, VirtualConsole } from "jsdom";

const ASSETS = new URL("../../templates/assets/", import.meta.url);

/* Open a page and run scripts in it. `prepare` gives its window what jsdom lacks; an error in a script fails the test. */
export async function open(html, scripts, { url = "https://example.org/page/", prepare = () => {} } = {}) {
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => {
    throw error;
  });
  const { window } = new JSDOM(`<!doctype html><html lang="en"><body>${html}</body></html>`, {
    url,
    runScripts: "outside-only",
    virtualConsole,
  });
  if (window.document.readyState !== "complete") await once(window, "load");
  // jsdom lays nothing out: there is nowhere to scroll to, and nothing changes its size.
  window.Element.prototype.scrollIntoView = () => {};
  window.ResizeObserver = class {
    observe() {}
  };
  prepare(window);
  for (const script of scripts) run(window, script);
  return window;
}

export function run(window, script) {
  window.eval(readFileSync(new URL(script, ASSETS), "utf-8"));
}

export function press(element, key, more = {}) {
  const event = new element.ownerDocument.defaultView.KeyboardEvent("keydown", {
    key,
    bubbles: true,
    cancelable: true,
    ...more,
  });
  element.dispatchEvent(event);
  return event;
}

export function enter(control, value) {
  control.value = value;
  const { Event } = control.ownerDocument.defaultView;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

export const texts = (elements) => Array.from(elements, (element) => element.textContent.trim());
