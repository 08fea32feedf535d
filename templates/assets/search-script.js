/* PaperAtlas: search in a site that is opened from a disk, where browsers run scripts and fetch nothing. The pages of a
   language are a script, which is loaded when a reader begins to search; search.js shows what is found. */
(() => {
  "use strict";

  window.paperatlas ??= {};
  const shared = window.paperatlas;
  const BEFORE = 40; // characters of an excerpt before what was typed
  const LENGTH = 170;
  const MOST = 5; // further places in a text say no more about it
  const WITHOUT_SPACES = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

  /* A text without case and accents. It stays as long as it is, so that what is found is found in the text itself. */
  const fold = (text) =>
    text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD")[0]).toLowerCase();
  const wordsOf = (typed) => fold(typed.normalize("NFC")).split(/\s+/).filter(Boolean);

  /* What to look for where nothing has a word: its parts, if it is Chinese; else without its ending. */
  function loosen(word, language) {
    if (!WITHOUT_SPACES.test(word)) return [word.replace(/(?<=...)(?:ing|ed|es|s|e)$/, "")];
    if (!Intl.Segmenter) return Array.from(word);
    return Array.from(new Intl.Segmenter(language, { granularity: "word" }).segment(word), (part) => part.segment);
  }

  function count(text, word) {
    let found = 0;
    for (let at = text.indexOf(word); at >= 0 && found < MOST; at = text.indexOf(word, at + word.length)) found += 1;
    return found;
  }

  function rankTitle(title, word) {
    const at = title.indexOf(word);
    if (at < 0) return 0;
    if (at === 0) return title === word ? 50 : 40;
    return /[\p{L}\p{N}]/u.test(title[at - 1]) ? 15 : 25;
  }

  function rankSection({ heading, text }, word) {
    return (heading.folded.includes(word) ? 6 : 0) + count(text.folded, word);
  }

  /* How well a page fits the words; zero if it lacks one. */
  function rank(page, words) {
    let sum = 0;
    for (const word of words) {
      let best = rankTitle(page.title.folded, word) + (page.byline.folded.includes(word) ? 8 : 0);
      if (page.names.folded.includes(word)) best += 12;
      for (const section of page.sections) best += rankSection(section, word);
      if (!best) return 0;
      sum += best;
    }
    return sum;
  }

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

  /* The part of a text around the first of the words, as HTML in which they are marked. */
  function excerpt({ whole, folded }, words) {
    const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
    const first = Math.max(0, Math.min(...places, whole.length) - BEFORE);
    const start = places.length ? first : 0;
    const end = Math.min(whole.length, start + LENGTH);
    let html = "";
    let from = start;
    while (from < end) {
      const next = words
        .map((word) => [folded.indexOf(word, from), word.length])
        .filter(([at, length]) => at >= 0 && at + length <= end)
        .sort(([a, short], [b, long]) => a - b || long - short)[0];
      if (!next) break;
      const [at, length] = next;
      html += `${escaped(whole.slice(from, at))}<mark>${escaped(whole.slice(at, at + length))}</mark>`;
      from = at + length;
    }
    return html + escaped(whole.slice(from, end)) + (end < whole.length ? " …" : "");
  }

  /* What search.js shows of a page, as Pagefind has it. */
  function describe(page, words) {
    const parts = page.sections.map((section) => ({
      title: section.heading.whole,
      anchor: section.id ? { id: section.id } : undefined,
      excerpt: excerpt(section.text, words),
      weighted_locations: [{ balanced_score: words.reduce((sum, word) => sum + rankSection(section, word), 0) }],
    }));
    const score = (part) => part.weighted_locations[0].balanced_score;
    const best = parts.reduce((one, other) => (score(other) > score(one) ? other : one), parts[0]);
    return {
      url: `/${page.address}`,
      meta: { title: page.title.whole, byline: page.byline.whole, kind: page.kind, names: page.names.whole },
      excerpt: best?.excerpt ?? "",
      sub_results: parts.filter((part) => !part.anchor || score(part)),
    };
  }

  function find(pages, words) {
    const ranked = pages.map((page) => [rank(page, words), page]).filter(([sum]) => sum);
    return ranked.sort(([a], [b]) => b - a).map(([, page]) => ({ data: async () => describe(page, words) }));
  }

  /* A search in pages: [address, title, byline, [[id, heading, text]], kind, names]. */
  shared.searchInPages = (written, language) => {
    const folded = (whole) => ({ whole, folded: fold(whole) });
    const pages = written.map(([address, title, byline, sections, kind = "", names = ""]) => ({
      address,
      title: folded(title),
      byline: folded(byline),
      kind,
      names: folded(names),
      sections: sections.map(([id, heading, text]) => ({ id, heading: folded(heading), text: folded(text) })),
    }));
    return {
      async search(typed) {
        const words = wordsOf(typed);
        const results = find(pages, words);
        if (results.length || !words.length) return { results };
        return {
          results: find(
            pages,
            words.flatMap((word) => loosen(word, language)).filter((word) => word.trim()),
          ),
        };
      },
    };
  };

  /* The search of the pages in a language; `root` is where the site is. */
  shared.openScriptIndex = async (root, language) => {
    const files = shared.searchFiles;
    const wanted = language.toLowerCase();
    const key = [wanted, wanted.split("-")[0], Object.keys(files)[0]].find((name) => name in files);
    await shared.load(new URL(files[key], root).href);
    return shared.searchInPages(shared.searchPages[key], language);
  };
})();
