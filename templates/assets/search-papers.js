/* PaperAtlas: the papers of a table that is divided into pages, for papers.js: what they are chosen and found by, and what
   stands in their rows, loaded as far as it is needed. pages/papers/data.py writes the files. */
(() => {
  "use strict";

  // As pages/papers/words.py divides a text: scripts without blanks between words in pairs of characters.
  const UNDIVIDED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
  const RUNS = new RegExp(`[${UNDIVIDED}]+|(?:(?![${UNDIVIDED}])[\\p{L}\\p{N}])+`, "gu");
  const IS_UNDIVIDED = new RegExp(`^[${UNDIVIDED}]`);
  const LAST = "\uffff";

  window.paperatlas ??= {};

  /* What every paper has to have that a text finds: words that begin so. */
  function wordsOf(text) {
    const runs = window.paperatlas.fold(text).match(RUNS) ?? [];
    return runs.flatMap((run) =>
      IS_UNDIVIDED.test(run) && run.length > 1
        ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
        : run,
    );
  }

  /* All papers: what they are chosen by, and what is searched and stands in their rows as far as it is loaded. */
  window.paperatlas.openSearch ??= async (source) => {
    const { load } = window.paperatlas;
    const [address, version] = source.split("?");
    await load(source);
    const data = window.paperAtlasPapers[version];
    const total = data.year.length;
    const loadPart = (part, number) => load(`${address.replace(/\.js$/, "")}-${part}-${number}.js?${version}`);

    /* For each paper, 1 if it has a word that begins so. */
    async function having(word) {
      const { starts } = data;
      const after = (at) => starts[at + 1] ?? LAST;
      const pieces = [...starts.keys()].filter((at) => starts[at] <= word + LAST && word < after(at));
      await Promise.all(pieces.map((at) => loadPart("words", at)));
      const found = new Uint8Array(total);
      for (const piece of pieces) {
        const [words, papers] = data.words[piece];
        for (let at = 0; at < words.length; at += 1) {
          if (!words[at].startsWith(word)) continue;
          let paper = 0;
          for (const step of papers[at]) {
            paper += step;
            found[paper] = 1;
          }
        }
      }
      return found;
    }

    return {
      ...data,
      total,
      all: Array.from(data.year.keys()),
      /* Return what tells whether a paper has all words of a text. */
      async search(text) {
        const words = wordsOf(text);
        const found = await Promise.all(words.map(having));
        // Signs alone are no words, and no paper has them.
        return words.length || !text.trim() ? (paper) => found.every((papers) => papers[paper]) : () => false;
      },
      loadNames: () => loadPart("names", 0),
      /* Load what stands in the rows of some papers. */
      loadRows: (papers) =>
        Promise.all(
          [...new Set(papers.map((paper) => Math.floor(paper / data.block)))].map((at) => loadPart("rows", at)),
        ),
      /* What stands in the row of a paper. */
      rowOf(paper) {
        const rows = data.rows[Math.floor(paper / data.block)];
        const at = paper % data.block;
        return {
          name: rows.name[at],
          title: rows.title[at],
          html: rows.html[at],
          lang: rows.lang[at] ?? "",
          authors: rows.authors[at],
          slug: rows.slug[at],
          links: rows.links[at].map(([label, url]) => [...data.labels[label], url]),
          directions: data.direction[paper].map((number) => data.directions[number]),
          year: data.year[paper] || "",
          venue: data.venues[data.venue[paper]] ?? "",
        };
      },
    };
  };
})();
