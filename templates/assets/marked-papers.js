/* PaperAtlas: the data of the papers that a reader has marked or chosen, and the files that these are put into and read
   from. */
(() => {
  "use strict";

  window.paperatlas ??= {};
  const shared = window.paperatlas;

  /* A text with what belongs into its places. */
  shared.fillIn = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  /* What is known of all papers, and what loads more of some of them. A page that does not depend on them names no version:
     then it is that of the first file. */
  shared.openPapers = async (src) => {
    const { load } = shared;
    const [address, named] = src.split("?");
    await load(src);
    const version = named ?? Object.keys(window.paperAtlasReading)[0];
    const data = window.paperAtlasReading[version];
    const numbers = new Map(data.slug.map((slug, number) => [slug, number]));
    const loadPart = (name) => load(`${address.replace(/\.js$/, "")}-${name}.js?${version}`);
    return {
      ...data,
      former: new Map(Object.entries(data.former)),
      find: (slug) => numbers.get(slug),
      loadRows: (papers) =>
        Promise.all(
          [...new Set(papers.map((paper) => Math.floor(paper / data.rowBlock)))].map((block) =>
            loadPart(`rows-${block}`),
          ),
        ),
      rowOf(paper) {
        const rows = data.rows[Math.floor(paper / data.rowBlock)];
        const at = paper % data.rowBlock;
        return Object.fromEntries(Object.keys(rows).map((column) => [column, rows[column][at]]));
      },
      exportsOf: (scripts, suffix, papers) =>
        Promise.all(
          papers.map((paper) => shared.exportOf(`${scripts}-${data.script[paper]}.js`, data.slug[paper], suffix)),
        ),
      /* The papers by what they are recognised by: a map for each, in which two papers may have one title. */
      async loadKnown() {
        await loadPart("known");
        return Object.fromEntries(
          Object.entries(data.known).map(([kind, values]) => {
            const papers = new Map();
            for (const [paper, value] of values.entries()) {
              if (value) papers.set(value, [...(papers.get(value) ?? []), paper]);
            }
            return [kind, papers];
          }),
        );
      },
    };
  };

  /* The exports of papers as one file. */
  shared.joinExports = (suffix, texts) => {
    if (!suffix.endsWith("json")) return texts.filter(Boolean).join("\n");
    const items = texts.map((text) => text.replace(/^\[\n|\n\]\n$/g, "")).filter((text) => text.trim() !== "[]");
    return items.length ? `[\n${items.join(",\n")}\n]\n` : "[]\n";
  };

  /* The text of a file, in whichever of the encodings that people have. */
  shared.readText = async (file) => {
    const bytes = await file.arrayBuffer();
    const [first, second] = new Uint8Array(bytes);
    if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
    if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  };
})();
