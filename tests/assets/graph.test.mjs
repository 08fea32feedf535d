import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { openGraph, SCRIPTS } from "./graph.mjs";
import { enter, press, run } from "./page.mjs";

const SETTLED = 300; // more than graph-link.js waits before it writes the address

describe("the scripts of a drawing", () => {
  const orders = [
    SCRIPTS,
    SCRIPTS.toReversed(),
    [...SCRIPTS.slice(1), SCRIPTS[0]],
    [...SCRIPTS.slice(3), ...SCRIPTS.slice(0, 3)],
  ];
  for (const order of orders) {
    test(`work in the order ${order.join(", ")}`, async () => {
      const { figure } = await openGraph({ scripts: order });
      assert.ok(figure.classList.contains("pa-graph--live"));
    });
  }

  test("wait for one another", async () => {
    const { window, figure } = await openGraph({ scripts: SCRIPTS.slice(1) });
    assert.equal(figure.classList.contains("pa-graph--live"), false);
    run(window, SCRIPTS[0]);
    assert.ok(figure.classList.contains("pa-graph--live"));
  });

  test("that run again with a further page set a drawing up once", async () => {
    const { window, figure, legend } = await openGraph();
    for (const script of SCRIPTS) run(window, script);
    assert.equal(figure.querySelectorAll(".pa-legend__button").length, 3);
    legend("extends").click();
    assert.equal(legend("extends").getAttribute("aria-pressed"), "true");
  });
});

describe("citations in a drawing", () => {
  const ALL = ["Glow cites NICE", "Glow cites GCN", "GCN cites NICE"];

  test("are there when they are switched on, below the relations", async () => {
    const graph = await openGraph();
    assert.deepEqual(graph.cites(), []);
    graph.tool("cites").click();
    assert.deepEqual(graph.cites(), ALL);
    assert.equal(graph.tool("cites").getAttribute("aria-pressed"), "true");
    assert.ok(graph.figure.classList.contains("pa-graph--cites"));
    assert.ok(graph.figure.querySelector(".pa-graph__cites + .pa-graph__edges"));
    const [line] = graph.figure.querySelectorAll(".pa-graph__cites path");
    assert.equal(line.getAttribute("d"), "M220,20L20,10");
  });

  test("are hidden again, and drawn once", async () => {
    const graph = await openGraph();
    for (let click = 0; click < 3; click += 1) graph.tool("cites").click();
    assert.equal(graph.figure.querySelectorAll(".pa-graph__cites").length, 1);
    graph.tool("cites").click();
    assert.equal(graph.figure.classList.contains("pa-graph--cites"), false);
  });

  test("follow the filters", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?cites=yes&from=2017" });
    assert.deepEqual(graph.cites(), ["Glow cites GCN"]);
  });

  test("of the method that is picked are lit", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?cites=yes&method=gcn" });
    const lit = graph.figure.querySelectorAll(".pa-graph__cites .pa-lit");
    assert.deepEqual(
      Array.from(lit, (line) => line.textContent),
      ["Glow cites GCN", "GCN cites NICE"],
    );
  });

  test("are remembered by the address", async () => {
    const graph = await openGraph();
    graph.tool("cites").click();
    await setTimeout(SETTLED);
    assert.equal(graph.window.location.search, "?cites=yes");
  });
});

describe("filters of a drawing", () => {
  const cases = [
    ["", ["nice", "realnvp", "glow", "gcn"], ""],
    ["?group=flows", ["nice", "realnvp", "glow"], "3 of 4"],
    ["?group=graphs&group=flows/models", ["nice", "realnvp", "glow", "gcn"], "4 of 4"],
    ["?from=2017", ["realnvp", "glow", "gcn"], "3 of 4"],
    ["?to=2017", ["nice", "realnvp", "gcn"], "3 of 4"],
    ["?from=2017&to=2017", ["realnvp", "gcn"], "2 of 4"],
    ["?type=extends", ["nice", "realnvp", "glow"], "3 of 4"],
    ["?type=", ["realnvp", "gcn"], "2 of 4"],
    ["?type=extends&from=2018", [], "0 of 4"],
    ["?type=nosuch&group=nosuch&from=now", ["nice", "realnvp", "glow", "gcn"], ""],
  ];
  for (const [query, keys, status] of cases) {
    test(`an address with '${query}' shows ${keys.join(", ") || "nothing"}`, async () => {
      const graph = await openGraph({ url: `https://example.org/map/${query}` });
      assert.deepEqual(graph.shown(), keys);
      assert.equal(graph.status(), status);
      assert.equal(graph.tool("clear").disabled, !status);
    });
  }

  test("a row of the legend shows its own alone, once more all", async () => {
    const graph = await openGraph();
    graph.legend("graphs").click();
    assert.deepEqual(graph.shown(), ["gcn"]);
    assert.equal(graph.legend("graphs").getAttribute("aria-pressed"), "true");
    graph.legend("graphs").click();
    assert.equal(graph.shown().length, 4);
  });

  test("a row of the legend that leads elsewhere is chosen as any other", async () => {
    const graph = await openGraph();
    graph.legend("other").click();
    assert.deepEqual(graph.shown(), ["realnvp", "gcn"]);
    assert.equal(graph.legend("other").getAttribute("aria-pressed"), "true");
  });

  test("one end of the years takes the other along", async () => {
    const graph = await openGraph();
    enter(graph.tool("to"), "2014");
    enter(graph.tool("from"), "2017");
    assert.deepEqual([graph.tool("from").value, graph.tool("to").value], ["2017", "2017"]);
    enter(graph.tool("to"), "2014");
    assert.deepEqual([graph.tool("from").value, graph.tool("to").value], ["2014", "2014"]);
  });

  test("what is cleared is all of it", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?type=extends&from=2018&method=glow" });
    graph.tool("clear").click();
    assert.equal(graph.shown().length, 4);
    assert.deepEqual(graph.lit(), []);
    assert.equal(graph.window.document.activeElement, graph.input);
  });

  test("a method that is picked lights what a shown relation ties to it", async () => {
    const all = await openGraph({ url: "https://example.org/map/?method=realnvp" });
    assert.deepEqual(all.lit(), ["nice", "realnvp", "glow", "gcn"]);
    const some = await openGraph({ url: "https://example.org/map/?method=realnvp&to=2017" });
    assert.deepEqual(some.lit(), ["nice", "realnvp", "gcn"]);
  });
});

describe("the address of a drawing", () => {
  test("remembers the choice beside what else stands there", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?q=1&from=2014#top" });
    graph.legend("extends").click();
    graph.legend("other").click();
    enter(graph.tool("from"), "");
    enter(graph.tool("group"), "flows");
    graph.view.text = "1.50,10,20";
    await setTimeout(SETTLED);
    assert.equal(
      graph.window.location.href,
      "https://example.org/map/?q=1&type=extends&type=&group=flows&view=1.50%2C10%2C20#top",
    );
  });

  test("is what it was once nothing is chosen", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?method=glow" });
    press(graph.canvas, "Escape");
    await setTimeout(SETTLED);
    assert.equal(graph.window.location.href, "https://example.org/map/");
  });

  test("restores a view, or leads to the method, where it names the drawing", async () => {
    const view = await openGraph({ url: "https://example.org/map/?view=2,1,1&method=glow#graph" });
    assert.deepEqual(view.calls[0], ["view", "2,1,1"]);
    const method = await openGraph({ url: "https://example.org/map/?method=glow#graph" });
    assert.deepEqual(method.calls[0], ["reveal", "glow"]);
    const elsewhere = await openGraph({ url: "https://example.org/map/?method=glow#top" });
    assert.deepEqual(elsewhere.calls, []);
  });

  test("is copied with the name of the drawing", async () => {
    const copied = [];
    const clipboard = { writeText: async (text) => copied.push(text) };
    const graph = await openGraph({ url: "https://example.org/map/?from=2017", clipboard });
    graph.tool("link").click();
    await setTimeout(5);
    assert.deepEqual(copied, ["https://example.org/map/?from=2017#graph"]);
    assert.equal(graph.status(), "copied");
  });

  test("stands in the address bar where there is no clipboard", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?from=2017" });
    graph.tool("link").click();
    await setTimeout(5);
    assert.equal(graph.window.location.href, "https://example.org/map/?from=2017#graph");
    assert.equal(graph.status(), "in the address");
  });
});

describe("a drawing from the keyboard", () => {
  const cases = [
    ["realnvp", "ArrowLeft", "nice"],
    ["realnvp", "ArrowRight", "glow"],
    ["realnvp", "ArrowDown", "gcn"],
    ["gcn", "ArrowUp", "realnvp"],
    ["nice", "ArrowLeft", "nice"],
    ["nice", "PageDown", "realnvp"],
    ["realnvp", "PageUp", "nice"],
    ["gcn", "PageDown", "gcn"],
    ["glow", "Home", "nice"],
    ["nice", "End", "gcn"],
  ];
  for (const [from, key, to] of cases) {
    test(`${key} on ${from} goes to ${to}`, async () => {
      const graph = await openGraph();
      graph.node(from).focus();
      assert.equal(press(graph.node(from), key).defaultPrevented, true);
      assert.equal(graph.window.document.activeElement.dataset.key, to);
    });
  }

  test("what is filtered away is passed over", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?from=2018&to=2018" });
    enter(graph.tool("from"), "2014");
    enter(graph.tool("to"), "2018");
    enter(graph.tool("group"), "flows");
    press(graph.node("nice"), "End");
    assert.equal(graph.window.document.activeElement.dataset.key, "glow");
  });

  for (const modifier of ["ctrlKey", "metaKey", "altKey", "shiftKey"]) {
    test(`a key with ${modifier} is the browser's`, async () => {
      const graph = await openGraph();
      assert.equal(press(graph.node("nice"), "ArrowRight", { [modifier]: true }).defaultPrevented, false);
    });
  }

  test("it is one stop of the Tab key: the method that is picked, else the first that is shown", async () => {
    const graph = await openGraph();
    const stops = () => Array.from(graph.figure.querySelectorAll('.pa-node[tabindex="0"]'), (node) => node.dataset.key);
    assert.deepEqual(stops(), ["nice"]);
    press(graph.node("nice"), "PageDown");
    assert.deepEqual(stops(), ["realnvp"]);
    press(graph.node("realnvp"), "Escape");
    graph.legend("graphs").click();
    assert.deepEqual(stops(), ["gcn"]);
    assert.equal(graph.canvas.getAttribute("aria-describedby"), "graph-keys");
  });
});

describe("finding a method", () => {
  test("goes to it and says how many there are", async () => {
    const graph = await openGraph();
    enter(graph.input, "n");
    assert.equal(graph.status(), "3 found");
    enter(graph.input, "real");
    press(graph.input, "Enter");
    assert.equal(graph.window.document.activeElement.dataset.key, "realnvp");
    assert.equal(graph.status(), "");
  });

  test("takes the filters away that hide it", async () => {
    const graph = await openGraph({ url: "https://example.org/map/?from=2018&type=extends" });
    enter(graph.input, "nice");
    press(graph.input, "Enter");
    assert.equal(graph.shown().length, 4);
    assert.deepEqual(graph.calls.at(-1), ["reveal", "nice"]);
  });

  test("says that there is none", async () => {
    const graph = await openGraph();
    enter(graph.input, "nosuch");
    assert.equal(graph.status(), "nothing");
    enter(graph.input, "");
    assert.equal(graph.status(), "");
  });
});
