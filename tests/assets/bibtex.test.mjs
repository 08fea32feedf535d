import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { open } from "./page.mjs";

let paperatlas;

before(async () => {
  paperatlas = (await open("", ["paperatlas.js", "filter.js", "bibtex.js"])).paperatlas;
});

const read = (text) => JSON.parse(JSON.stringify(paperatlas.readBibtex(text)));

describe("what an entry is recognised by", () => {
  const cases = [
    ["@article{a, doi = {10.1000/ABC.}}", { doi: ["10.1000/abc"] }],
    ['@article{a, doi = "https://doi.org/10.1000/a%28b%29"}', { doi: ["10.1000/a(b)"] }],
    ["@article{a, url = {https://dl.acm.org/doi/pdf/10.1145/3292500}}", { doi: ["10.1145/3292500"] }],
    ["@article{a, doi = {10.1000/a{\\_}b}}", { doi: ["10.1000/a_b"] }],
    ["@article{a, doi = {none}, url = {http://x/%zz}}", {}],
    ["@misc{a, eprint = {2106.00132v2}, archivePrefix = {arXiv}}", { arxiv: ["2106.00132"] }],
    ["@misc{a, eprint = {2106.00132}}", { arxiv: ["2106.00132"] }],
    ["@misc{a, eprint = {12345678}, eprinttype = {pubmed}}", {}],
    ["@misc{a, eprint = {math.GT/0309136}}", { arxiv: ["math/0309136"] }],
    ["@article{a, journal = {arXiv preprint arXiv:1505.05770}}", { arxiv: ["1505.05770"] }],
    ["@article{a, journal = {CoRR}, volume = {abs/2106.00132}}", { arxiv: ["2106.00132"] }],
    ["@misc{a, url = {https://arxiv.org/pdf/2106.00132v1.pdf}}", { arxiv: ["2106.00132"] }],
    ["@misc{a, title = {The {GAN}s' {\\'E}nergie: {\\O}n $\\ell_2$ \\& $\\alpha$}}", { title: ["gansenergieonl2α"] }],
    ['@misc{a, title = "{\\"U}ber" # { \\emph{Flows}}}', { title: ["uberflows"] }],
    ["@misc{a, title = {A}}", { title: ["a"] }],
    ["@misc{a, title = {Flows}, subtitle = {An Essay}}", { title: ["flowsanessay", "flows"] }],
    ["@misc{a, title = {注意力，就是一切}}", { title: ["注意力就是一切"] }],
    ["@string{t = {Deep}} @misc{a, title = T # { Nets}}", { title: ["deepnets"] }],
    ["@misc(a, title = {Round})", { title: ["round"] }],
  ];
  for (const [text, known] of cases) {
    test(text, () => {
      assert.deepEqual(read(text), [{ key: "a", doi: [], arxiv: [], title: [], ...known }]);
    });
  }
});

describe("a broken file costs no more than what is broken", () => {
  const keys = (text) => read(text).map(({ key }) => key);
  const cases = [
    ["", []],
    ["no entries, me@example.org", []],
    ["@comment{@article{x, title={X}}}\n@misc{b, title={B}}", ["x", "b"]],
    ["@misc{a, title = {never closed\n\n@misc{b, title = {B}}", ["a", "b"]],
    ['@misc{a, title = "never closed\n@misc{b, title = {B}}', ["a", "b"]],
    ["@misc{a, title = {A} year = 2000}\n@misc{b, title = {B}}", ["a", "b"]],
    ["@misc{a}\n@misc{b, title = {B}}", ["b"]],
    ["@misc{a, title = {B, and me@x{y}}}\n@misc{b, title = {B}}", ["a", "b"]],
  ];
  for (const [text, expected] of cases) test(JSON.stringify(text), () => assert.deepEqual(keys(text), expected));

  test("a large file of unclosed braces is read in a moment", () => {
    const text = "@misc{a, title = {never closed\n".repeat(20_000);
    const start = performance.now();
    assert.equal(read(text).length, 20_000);
    assert.ok(performance.now() - start < 3000);
  });
});
