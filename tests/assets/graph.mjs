/* A small drawing, as graph.svg.jinja and graph_tools.html.jinja write them:

     nice (2014) <- realnvp (2017) <- glow (2018)     group flows/models
                                        gcn (2017)    group graphs

   Besides, glow cites nice and gcn, and gcn cites nice.
*/

import { open } from "./page.mjs";

export const SCRIPTS = [
  "match-list.js",
  "graph-show.js",
  "graph-cites.js",
  "graph-keys.js",
  "graph-find.js",
  "graph-link.js",
  "graph.js",
];

const node = (key, label, title, group, year, x, y, cites = "") => `
  <a class="pa-node" href="#${key}" ${cites && `data-cites="${cites}"`} data-key="${key}" data-group="${group}" data-year="${year}" tabindex="0">
    <title>${title}</title><rect class="pa-box" x="${x}" y="${y}" width="40" height="20"/>
    <text class="pa-node__label"><tspan>${label}</tspan></text></a>`;

const edge = (source, target, type, classes = "") =>
  `<path class="pa-line ${classes}" data-source="${source}" data-target="${target}" data-type="${type}"/>`;

const options = (values) => `<option value=""></option>${values.map((value) => `<option>${value}</option>`).join("")}`;

const HTML = `
<figure class="pa-graph" id="graph" data-pa-parts="view show cites keys find link">
  <div class="pa-graph__tools">
    <input type="search" data-pa-none="nothing" data-pa-matches="{count} found">
    <ul class="pa-graph__found" id="graph-found" hidden></ul>
    <select data-pa-tool="from">${options([2014, 2017, 2018])}</select>
    <select data-pa-tool="to">${options([2014, 2017, 2018])}</select>
    <select data-pa-tool="group">${options(["flows", "flows/models", "graphs"])}</select>
    <p class="pa-graph__status" data-pa-shown="{shown} of {total}"></p>
    <button data-pa-tool="cites" aria-pressed="false" data-pa-cites="{citing} cites {cited}">Citations (3)</button>
    <button data-pa-tool="clear"></button><button data-pa-tool="link"></button>
    <span data-pa-leave="leave" data-pa-copied="copied" data-pa-not-copied="in the address"></span>
  </div>
  <div class="pa-graph__view"><div class="pa-graph__canvas" tabindex="0"><svg class="pa-graph__svg">
    <g class="pa-graph__edges">
      ${edge("realnvp", "nice", "extends")}${edge("glow", "realnvp", "extends")}
      ${edge("gcn", "realnvp", "compares", "pa-line--faint")}
    </g>
    ${node("nice", "NICE", "NICE: Non-linear Estimation", "flows/models", 2014, 0, 0)}
    ${node("realnvp", "Real NVP", "Density Estimation", "flows/models", 2017, 100, 0)}
    ${node("glow", "Glow", "Glow", "flows/models", 2018, 200, 10, "0 3")}
    ${node("gcn", "GCN", "Graph Networks", "graphs", 2017, 110, 100, "0")}
  </svg></div><p class="pa-graph__keys" id="graph-keys" hidden></p></div>
  <ul><li class="pa-legend__row" data-type="extends">extends</li><li class="pa-legend__row" data-type="">other</li></ul>
  <ul><li class="pa-legend__row" data-group="graphs">graphs</li></ul>
</figure>`;

/* Open the drawing; `calls` collects what was asked of its view, which needs a layout and is tested in a browser. */
export async function openGraph({ url, scripts = SCRIPTS, clipboard } = {}) {
  const calls = [];
  const view = { text: "" };
  const prepare = (window) => {
    Object.defineProperty(window.navigator, "clipboard", { value: clipboard });
    window.matchMedia = () => ({ matches: true });
    window.SVGElement.prototype.getBBox = function getBBox() {
      const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(this.getAttribute(name)));
      return { x, y, width, height };
    };
    window.paperatlasGraph = { parts: {} };
    window.paperatlasGraph.parts.view = (graph) => {
      graph.reveal = (shown) => calls.push(["reveal", shown.key]);
      graph.viewAsText = () => view.text;
      graph.viewFromText = (text) => calls.push(["view", text]);
    };
  };
  const window = await open(HTML, scripts, { url, prepare });
  const figure = window.document.querySelector("figure");
  return {
    window,
    figure,
    calls,
    view,
    input: figure.querySelector("input"),
    canvas: figure.querySelector(".pa-graph__canvas"),
    status: () => figure.querySelector(".pa-graph__status").textContent,
    tool: (name) => figure.querySelector(`[data-pa-tool="${name}"]`),
    legend: (text) => Array.from(figure.querySelectorAll(".pa-legend__button")).find((row) => row.textContent === text),
    node: (key) => figure.querySelector(`[data-key="${key}"]`),
    shown: () => Array.from(figure.querySelectorAll(".pa-node:not(.pa-off)"), (shown) => shown.dataset.key),
    cites: () => Array.from(figure.querySelectorAll(".pa-graph__cites path:not(.pa-off)"), (line) => line.textContent),
    lit: () => Array.from(figure.querySelectorAll(".pa-node.pa-lit"), (shown) => shown.dataset.key),
  };
}
