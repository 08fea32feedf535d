/* PaperAtlas: what a tile of the map shows. Tiles are drawn once and moved by the browser, which keeps panning smooth. */
(() => {
  "use strict";

  const SPACING = 24; // between papers, in units of the map (map_layout.py)
  window.paperatlasMap ??= {};
  const shared = window.paperatlasMap;

  /* The colours and shapes of the page's style sheet and legend, as they are now: there is a light and a dark scheme. */
  shared.look = (figure) => {
    const style = getComputedStyle(figure);
    const value = (name) => style.getPropertyValue(name).trim();
    const marks = Array.from(figure.querySelectorAll("[data-pa-region] svg"), (svg) => ({
      colour: getComputedStyle(svg).getPropertyValue("--pa-hue").trim(),
      shape: new Path2D(svg.querySelector("path").getAttribute("d")),
    }));
    return {
      ink: value("--pa-ink"),
      text: value("--pa-fg"),
      ground: value("--pa-bg"),
      soft: value("--pa-soft"),
      faint: value("--pa-rule"),
      font: style.fontFamily,
      marks,
    };
  };

  shared.tiles = (model, firstLook, scaleAt) => {
    let look = firstLook;
    const spacing = (zoom) => SPACING * scaleAt(zoom);
    const base = (zoom) => Math.min(Math.max(spacing(zoom) * 0.17, 1.2), 6.5);
    const radius = (paper, zoom) => base(zoom) * (1 + Math.min(model.degree[paper], 40) / 40);
    const measure = document.createElement("canvas").getContext("2d");
    const labels = new Map();

    /* Titles first, then the papers with the most relations: what would overlap an earlier label is left out. */
    function labelsAt(zoom) {
      if (labels.has(zoom)) return labels.get(zoom);
      const scale = scaleAt(zoom);
      const taken = new Set();
      const found = [];
      function add(text, x, y, size, weight, colour, centred) {
        const font = `${weight} ${size}px ${look.font}`;
        measure.font = font;
        const width = measure.measureText(text).width;
        // At the rim of the map a title moves in, for at the smallest scale the window ends there.
        const left = centred ? Math.max(4, Math.min(x - width / 2, model.size[0] * scale - width - 4)) : x;
        const cells = [];
        for (let cx = Math.floor((left - 3) / 12); cx <= Math.floor((left + width + 3) / 12); cx += 1) {
          for (let cy = Math.floor((y - size * 0.7) / 8); cy <= Math.floor((y + size * 0.7) / 8); cy += 1) {
            const cell = cx * 1048576 + cy;
            if (taken.has(cell)) return;
            cells.push(cell);
          }
        }
        for (const cell of cells) taken.add(cell);
        found.push({ text, x: left, y, right: left + width, half: size, font, colour });
      }
      for (const [title, x, y, r] of model.regions) {
        if (r * scale > 22)
          add(title, x * scale, (y - Math.max(r - 30 / scale, r * 0.55)) * scale, 14, 700, look.text, true);
      }
      for (const [title, , x, y, r] of model.groups) {
        if (title && r * scale > 55) add(title, x * scale, (y - r) * scale - 2, 12, 600, look.soft, true);
      }
      const room = spacing(zoom);
      for (const paper of model.byDegree) {
        if (!model.paperShown[paper] || room * (1 + Math.min(model.degree[paper], 40) / 20) < 30) continue;
        const text = model.name[paper].length > 42 ? `${model.name[paper].slice(0, 40)}…` : model.name[paper];
        add(text, model.x[paper] * scale + radius(paper, zoom) + 4, model.y[paper] * scale, 12, 400, look.text, false);
      }
      labels.set(zoom, found);
      return found;
    }

    function grounds(context, scale, left, top, size) {
      const disc = (x, y, r, colour, alpha) => {
        const [cx, cy, cr] = [x * scale - left, y * scale - top, r * scale];
        if (cx + cr < 0 || cy + cr < 0 || cx - cr > size || cy - cr > size) return;
        context.globalAlpha = alpha;
        context.fillStyle = colour;
        context.beginPath();
        context.arc(cx, cy, cr, 0, 2 * Math.PI);
        context.fill();
      };
      for (const [at, [, x, y, r]] of model.regions.entries()) disc(x, y, r, look.marks[at].colour, 0.07);
      for (const [, region, x, y, r] of model.groups) disc(x, y, r, look.marks[region].colour, 0.09);
    }

    function relations(context, zoom, scale, left, top, size) {
      context.strokeStyle = look.ink;
      context.lineWidth = Math.min(Math.max(spacing(zoom) / 24, 0.6), 1.2);
      const near = new Path2D();
      const far = new Path2D();
      for (let at = 0; at < model.relations; at += 1) {
        if (!model.relationShown[at]) continue;
        const [a, b] = [model.source(at), model.target(at)];
        const [ax, ay] = [model.x[a] * scale - left, model.y[a] * scale - top];
        const [bx, by] = [model.x[b] * scale - left, model.y[b] * scale - top];
        if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > size || Math.max(ay, by) < 0 || Math.min(ay, by) > size)
          continue;
        const path = model.region[a] === model.region[b] ? near : far;
        path.moveTo(ax, ay);
        path.lineTo(bx, by);
      }
      const dense = Math.min(Math.max(spacing(zoom) / 70, 0.14), 0.55);
      context.globalAlpha = dense;
      context.stroke(near);
      context.globalAlpha = dense * 0.55;
      context.stroke(far);
    }

    function points(context, zoom, scale, left, top, size) {
      const plain = base(zoom) < 1.6;
      for (const paper of model.byDegree.toReversed()) {
        const [x, y] = [model.x[paper] * scale - left, model.y[paper] * scale - top];
        if (x < -16 || y < -16 || x > size + 16 || y > size + 16) continue;
        const r = radius(paper, zoom);
        const { colour, shape } = look.marks[model.region[paper]];
        context.globalAlpha = 1;
        context.fillStyle = model.paperShown[paper] ? colour : look.faint;
        if (plain || !model.paperShown[paper]) {
          const half = model.paperShown[paper] ? r * 0.9 : Math.min(r, 1.5) * 0.7;
          context.fillRect(x - half, y - half, 2 * half, 2 * half);
          continue;
        }
        const factor = r / 4;
        context.translate(x, y);
        context.scale(factor, factor);
        context.fill(shape);
        context.scale(1 / factor, 1 / factor);
        context.translate(-x, -y);
      }
    }

    function words(context, zoom, left, top, size) {
      context.globalAlpha = 1;
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = 3;
      for (const label of labelsAt(zoom)) {
        const [x, y] = [label.x - left, label.y - top];
        if (label.right - left < -4 || x > size + 4 || y + label.half < -4 || y - label.half > size + 4) continue;
        context.font = label.font;
        context.strokeStyle = look.ground;
        context.strokeText(label.text, x, y);
        context.fillStyle = label.colour;
        context.fillText(label.text, x, y);
      }
    }

    function draw(canvas, coords, size) {
      const density = Math.min(window.devicePixelRatio || 1, 2);
      canvas.width = canvas.height = Math.round(size * density);
      const context = canvas.getContext("2d");
      context.scale(density, density);
      const scale = scaleAt(coords.z);
      const [left, top] = [coords.x * size, coords.y * size];
      grounds(context, scale, left, top, size);
      relations(context, coords.z, scale, left, top, size);
      points(context, coords.z, scale, left, top, size);
      words(context, coords.z, left, top, size);
    }

    /* The tiles are drawn anew in place, which does not flicker, when the filter or the colours changed. */
    const Layer = L.GridLayer.extend({
      initialize(options) {
        L.GridLayer.prototype.initialize.call(this, options);
        this.drawn = new Map();
        this.on("tileunload", ({ tile }) => this.drawn.delete(tile));
      },
      createTile(coords) {
        const canvas = L.DomUtil.create("canvas", "leaflet-tile");
        this.drawn.set(canvas, coords);
        draw(canvas, coords, this.getTileSize().x);
        return canvas;
      },
      drawAgain(changed) {
        look = changed ?? look;
        labels.clear();
        for (const [canvas, coords] of this.drawn) draw(canvas, coords, this.getTileSize().x);
      },
    });
    return { layer: (options) => new Layer(options), radius };
  };
})();
