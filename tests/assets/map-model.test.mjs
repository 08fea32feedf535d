import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DATA } from "./map.mjs";
import { open } from "./page.mjs";

async function modelOf() {
  const window = await open("", ["map-model.js"]);
  return window.paperatlasMap.model(DATA);
}

const NO_FILTER = { place: "", type: "", from: 0, to: 0 };

describe("what a filter leaves of the map", () => {
  const cases = [
    [{}, ["nice", "realnvp", "bound", "gcn", "gat"], 4, "everything"],
    [{ place: "r0" }, ["nice", "realnvp", "bound"], 3, "a region, with the relations that leave it"],
    [{ place: "g1" }, ["bound"], 1, "a group"],
    [{ place: "g2", type: "1" }, ["gat"], 1, "a group's papers with such a relation"],
    [{ type: "0" }, ["nice", "realnvp", "gcn", "gat"], 2, "papers with a type of relation"],
    [{ from: 2017 }, ["realnvp", "gcn", "gat"], 4, "from a year on, not those without a year"],
    [{ to: 2014 }, ["nice"], 1, "up to a year"],
    [{ from: 2017, to: 2017, place: "r1" }, ["gcn"], 1, "all at once"],
    [{ from: 2030 }, [], 0, "nothing"],
  ];
  for (const [filter, slugs, relations, why] of cases) {
    test(`${JSON.stringify(filter)}: ${why}`, async () => {
      const model = await modelOf();
      const shown = model.choose({ ...NO_FILTER, ...filter });
      assert.deepEqual(
        DATA.papers.slug.filter((_, paper) => model.paperShown[paper]),
        slugs,
      );
      assert.deepEqual({ ...shown }, { papers: slugs.length, relations });
    });
  }

  test("a wider filter brings back what a narrower one took", async () => {
    const model = await modelOf();
    model.choose({ ...NO_FILTER, place: "g1" });
    assert.equal(model.choose(NO_FILTER).papers, 5);
  });
});

describe("a paper of the map", () => {
  test("the most related come first, then in the order of the library", async () => {
    const model = await modelOf();
    assert.deepEqual(Array.from(model.byDegree), [1, 4, 0, 2, 3]);
  });

  test("has its relations both ways, as far as they are shown", async () => {
    const model = await modelOf();
    const of = (paper) => Array.from(model.relationsOf(paper), (relation) => Array.from(relation));
    assert.deepEqual(of(1), [
      [0, 0, true],
      [1, 2, true],
      [3, 4, false],
    ]);
    model.choose({ ...NO_FILTER, type: "0" });
    assert.deepEqual(of(1), [[0, 0, true]]);
  });

  const near = [
    [62, 98, 5, 0],
    [80, 100, 5, -1],
    [81, 100, 30, 1],
    [345, 104, 10, 4],
  ];
  for (const [x, y, reach, paper] of near) {
    test(`within ${reach} of ${x},${y} it is ${paper}`, async () => {
      const model = await modelOf();
      assert.equal(model.nearest(x, y, reach), paper);
    });
  }

  test("one that is filtered away is not there to be pointed at", async () => {
    const model = await modelOf();
    model.choose({ ...NO_FILTER, place: "r1" });
    assert.equal(model.nearest(60, 100, 10), -1);
  });

  test("has its page", async () => {
    const model = await modelOf();
    assert.equal(model.href(4), "../papers/gat/");
  });
});
