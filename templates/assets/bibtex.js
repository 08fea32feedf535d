/* PaperAtlas: read a .bib file of the reader's own, as far as its entries can be told to be papers that are known. What is
   broken costs its entry at most. */
(() => {
  "use strict";

  window.paperatlas ??= {};
  const shared = window.paperatlas;

  const ENTRY = /@\s*([a-z]+)\s*[{(]/gi;
  const NEXT_ENTRY = /\n[ \t]*@\s*[a-z]+\s*[{(]/gi;
  const FIELD = /[\s,]*([^\s=,{}"#()]+)\s*=\s*/y;
  const BARE = /\s*([^\s,#{}"]+)/y;
  const JOINED = /\s*#\s*/y;

  const ARXIV = String.raw`(\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[a-z]{2})?/\d{7})(?!\d)`;
  const ARXIV_ALONE = new RegExp(String.raw`^(?:arxiv:)?\s*${ARXIV}(?:v\d+)?$`, "i");
  const ARXIV_IN_TEXT = new RegExp(
    String.raw`(?:arxiv(?:\.org/(?:abs|pdf|html)/|[:.,\s]+(?:abs/)?)|\babs/)${ARXIV}`,
    "i",
  );
  const DOI = /10\.\d{4,9}(?:\.\d+)*\/[^\s?#{}]+/i;
  const DOI_TAIL = /(?:\/(?:full|pdf|epdf|abstract|html|meta)|\.pdf|[.,;])+$/i;

  const ARTICLES = new Set(["a", "an", "the"]);
  const LETTERS = { ss: "ss", o: "o", l: "l", ae: "ae", oe: "oe", aa: "a", i: "i", j: "j", dh: "d", dj: "d", th: "th" };
  const SIGNS = { ell: "l", tex: "TeX", latex: "LaTeX" };
  "alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω"
    .split(" ")
    .forEach((pair) => {
      const [name, sign] = pair.split(":");
      SIGNS[name] = sign;
    });

  /* The letters and figures of a title, folded, as text/titles.py has them. */
  shared.titleLetters = (title) => {
    const words = shared.fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
    return (words.length > 1 && ARTICLES.has(words[0]) ? words.slice(1) : words).join("");
  };

  /* LaTeX without its commands; accents go, for titles are compared without them. */
  const plain = (latex) =>
    latex
      .replace(/\\["'`^~=.]\s*|\\[cvHkrudbt](?![a-zA-Z])\s*/g, "")
      .replace(/\\([a-zA-Z]+)\*?\s*/g, (_, name) => LETTERS[name.toLowerCase()] ?? SIGNS[name.toLowerCase()] ?? "")
      .replace(/~|\\\\/g, " ")
      .replace(/[{}$\\]|[_^](?=\S)/g, "");

  /* Where the part of a value that begins at `at` ends, outside of it; -1 if it does not. */
  function endOf(text, at) {
    const quoted = text[at] === '"';
    let depth = 0;
    for (let i = quoted ? at + 1 : at; i < text.length; i += 1) {
      if (text[i] === "{") depth += 1;
      else if (text[i] === "}") depth -= 1;
      if (quoted ? text[i] === '"' && depth === 0 : depth === 0) return i + 1;
    }
    return -1;
  }

  /* The value at `at`, and where it ends; none where it is broken. */
  function valueAt(text, at, macros) {
    let value = "";
    let end = at;
    for (;;) {
      if (text[end] === "{" || text[end] === '"') {
        const next = endOf(text, end);
        if (next < 0) return undefined;
        value += text.slice(end + 1, next - 1);
        end = next;
      } else {
        BARE.lastIndex = end;
        const bare = BARE.exec(text);
        if (!bare) return undefined;
        value += macros.get(bare[1].toLowerCase()) ?? bare[1];
        end = BARE.lastIndex;
      }
      JOINED.lastIndex = end;
      if (!JOINED.exec(text)) return { value, end };
      end = JOINED.lastIndex;
    }
  }

  /* The fields from `at` on, and where they end. */
  function fieldsAt(text, at, macros) {
    const fields = new Map();
    let end = at;
    for (;;) {
      FIELD.lastIndex = end;
      const field = FIELD.exec(text);
      const found = field && valueAt(text, FIELD.lastIndex, macros);
      if (!found) return { fields, end };
      fields.set(field[1].toLowerCase(), found.value);
      end = found.end;
    }
  }

  function* entriesOf(text) {
    const macros = new Map();
    ENTRY.lastIndex = 0;
    for (let begin = ENTRY.exec(text); begin; begin = ENTRY.exec(text)) {
      const type = begin[1].toLowerCase();
      const start = ENTRY.lastIndex;
      if (type === "comment" || type === "preamble") continue;
      NEXT_ENTRY.lastIndex = start;
      const own = text.slice(start, NEXT_ENTRY.exec(text)?.index);
      const comma = own.indexOf(",");
      const { fields, end } = fieldsAt(own, type === "string" ? 0 : comma + 1, macros);
      ENTRY.lastIndex = start + end;
      if (type === "string") for (const [name, value] of fields) macros.set(name, value);
      else if (comma >= 0) yield { key: own.slice(0, comma).trim(), fields };
    }
  }

  function identifiersOf({ key, fields }) {
    const field = (name) => (fields.get(name) ?? "").replace(/[{}\\]/g, "").trim();
    const dois = ["doi", "url", "link", "note"].map((name) => {
      let text = field(name);
      try {
        text = decodeURIComponent(text);
      } catch {
        // a sign of percent that encodes nothing
      }
      return DOI.exec(text)?.[0].replace(DOI_TAIL, "").toLowerCase();
    });
    const prefix = field("archiveprefix") || field("eprinttype") || "arxiv";
    const alone = ["arxivid", "arxiv", ...(prefix.toLowerCase() === "arxiv" ? ["eprint"] : [])];
    const texts = ["url", "link", "doi", "journal", "journaltitle", "volume", "note", "howpublished", "eprint"];
    const arxiv = [
      ...alone.map((name) => ARXIV_ALONE.exec(field(name))?.[1]),
      ...texts.map((name) => ARXIV_IN_TEXT.exec(field(name))?.[1]),
    ].map((number) => number?.toLowerCase().replace(/\.[a-z]{2}\//, "/"));
    const [title, subtitle] = ["title", "subtitle"].map((name) => plain(fields.get(name) ?? ""));
    const titles = [subtitle && `${title} ${subtitle}`, title].map((each) => each && shared.titleLetters(each));
    return { key, doi: dois.filter(Boolean), arxiv: arxiv.filter(Boolean), title: titles.filter(Boolean) };
  }

  /* The entries of a file: the key of each, and what its work is recognised by (`doi`, `arxiv`, `title`). */
  shared.readBibtex = (text) => Array.from(entriesOf(text), identifiersOf);
})();
