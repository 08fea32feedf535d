import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DATA } from "./map.mjs";
import { open } from "./page.mjs";

const SIZE = 256;
const LOOK = {
  ink: "ink",
  text: "text",
  ground: "ground",
  soft: "soft",
  faint: "faint",
  font: "serif",
  marks: [
    { colour: "red", shape: "disc" },
    { colour: "blue", shape: "square" },
  ],
};

/* A canvas that writes down what is drawn on it; ten pixels a letter. */
class Context {
  drawn = [];

  beginPath() {}
  arc(x, y, r) {
    this.drawn.push(["ground", this.fillStyle, x, y, r]);
  }
  scale(x) {
    this.scaled = x;
  }
  translate(x, y) {
    this.at = [x, y];
  }
  fill(shape) {
    if (shape) this.drawn.push(["paper", this.fillStyle, ...this.at]);
  }
  fillRect(x, y, width) {
    this.drawn.push(["dot", this.fillStyle, x + width / 2, y + width / 2]);
  }
  stroke(path) {
    for (const line of path.lines) this.drawn.push(["relation", ...line]);
  }
  strokeText() {}
  fillText(text, x, y) {
    this.drawn.push(["label", text, x, y]);
  }
  measureText(text) {
    return { width: 10 * text.length };
  }
}

class Path2D {
  lines = [];

  moveTo(...point) {
    this.from = point;
  }
  lineTo(...point) {
    this.lines.push([...this.from, ...point]);
  }
}

async function tilesOf() {
  const contexts = new Map();
  const prepare = (window) => {
    window.Path2D = Path2D;
    window.HTMLCanvasElement.prototype.getContext = function getContext() {
      if (!contexts.has(this)) contexts.set(this, new Context());
      return contexts.get(this);
    };
  };
  const window = await open("", ["vendor/leaflet/leaflet.js", "map-model.js", "map-tiles.js"], { prepare });
  const model = window.paperatlasMap.model(DATA);
  const tiles = window.paperatlasMap.tiles(model, LOOK, (zoom) => 2 ** zoom);
  const layer = tiles.layer({ tileSize: SIZE });
  function draw(x, y, z) {
    const tile = layer.createTile({ x, y, z });
    return {
      tile,
      drawn: (kind) =>
        contexts
          .get(tile)
          .drawn.filter(([is]) => is === kind)
          .map(([, ...rest]) => rest),
    };
  }
  return { model, tiles, layer, draw };
}

describe("a tile of the map", () => {
  test("has the papers that lie on it, the most related on top", async () => {
    const { draw } = await tilesOf();
    assert.deepEqual(
      draw(0, 0, 0)
        .drawn("paper")
        .map(([colour]) => colour),
      ["red", "red", "red"],
    );
    assert.deepEqual(
      draw(1, 0, 0)
        .drawn("paper")
        .map(([colour]) => colour),
      ["blue", "blue"],
    );
    assert.deepEqual(draw(0, 3, 0).drawn("paper"), []);
  });

  test("has them where its own corner puts them", async () => {
    const { draw } = await tilesOf();
    const [[x, y, r]] = draw(2, 0, 1)
      .drawn("ground")
      .map(([, ...circle]) => circle);
    assert.deepEqual([x, y, r], [600 - 2 * SIZE, 200, 160]);
  });

  test("has the relations that cross it", async () => {
    const { draw } = await tilesOf();
    assert.equal(draw(0, 0, 0).drawn("relation").length, 3);
    assert.deepEqual(draw(1, 0, 0).drawn("relation"), [
      [340 - SIZE, 100, 300 - SIZE, 100],
      [340 - SIZE, 100, 100 - SIZE, 100],
    ]);
  });

  test("shows what is filtered away as faint dots, without their relations, once it is drawn again", async () => {
    const { model, layer, draw } = await tilesOf();
    const { tile } = draw(0, 0, 0);
    tile.getContext().drawn.length = 0;
    model.choose({ place: "r1", type: "", from: 0, to: 0 });
    layer.drawAgain();
    const kinds = tile.getContext().drawn.filter(([kind]) => kind === "dot" || kind === "paper");
    assert.deepEqual(
      kinds.map(([, colour]) => colour),
      ["faint", "faint", "faint"],
    );
    assert.equal(tile.getContext().drawn.filter(([kind]) => kind === "relation").length, 1);
  });

  test("takes other colours when it is drawn again with them", async () => {
    const { layer, draw } = await tilesOf();
    const { tile } = draw(0, 0, 0);
    tile.getContext().drawn.length = 0;
    layer.drawAgain({ ...LOOK, marks: [{ colour: "pink", shape: "disc" }, LOOK.marks[1]] });
    assert.deepEqual(
      tile
        .getContext()
        .drawn.filter(([kind]) => kind === "paper")
        .map(([, colour]) => colour),
      ["pink", "pink", "pink"],
    );
  });
});

describe("the labels of the map", () => {
  test("never overlap", async () => {
    const { draw } = await tilesOf();
    for (const zoom of [0, 1, 2, 3]) {
      const labels = [];
      for (let x = 0; x < 2 ** (zoom + 1); x += 1) {
        for (let y = 0; y < 2 ** zoom; y += 1) {
          for (const [text, left, top] of draw(x, y, zoom).drawn("label"))
            labels.push([text, left + x * SIZE, top + y * SIZE]);
        }
      }
      // A label that crosses the edge of a tile is drawn on both, at one place.
      const once = Array.from(new Map(labels.map((label) => [label.join(), label])).values());
      assert.ok(once.length > 0);
      for (const [text, left, top] of once) {
        for (const [other, otherLeft, otherTop] of once) {
          const apart =
            left + 10 * text.length <= otherLeft ||
            otherLeft + 10 * other.length <= left ||
            Math.abs(top - otherTop) >= 8;
          assert.ok(text === other || apart, `${text} and ${other} at ${zoom}`);
        }
      }
    }
  });

  test("regions first, groups and papers as there is room", async () => {
    const { draw } = await tilesOf();
    const far = draw(0, 0, 0)
      .drawn("label")
      .map(([text]) => text);
    assert.deepEqual(far, ["Flows"]);
    const near = [0, 1, 2, 3].flatMap((x) => draw(x, 1, 2).drawn("label")).map(([text]) => text);
    assert.ok(near.includes("NICE") && near.includes("Real NVP"));
  });
});

describe("the size of a paper", () => {
  test("grows with the scale and with its relations, within bounds", async () => {
    const { tiles } = await tilesOf();
    assert.ok(tiles.radius(1, 0) > tiles.radius(0, 0));
    assert.ok(tiles.radius(0, 1) > tiles.radius(0, 0));
    assert.equal(tiles.radius(0, 9), tiles.radius(0, 8));
    assert.equal(tiles.radius(0, -9), tiles.radius(0, -8));
  });
});
