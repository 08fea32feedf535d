/* PaperAtlas: the papers of the map, and what a filter leaves of them. */
(() => {
  "use strict";

  window.paperatlasMap ??= {};
  const shared = window.paperatlasMap;

  shared.model = (data) => {
    const { name, title, slug, year, group, x, y } = data.papers;
    const papers = name.length;
    const relations = data.relations.length / 3;
    const source = (relation) => data.relations[3 * relation];
    const target = (relation) => data.relations[3 * relation + 1];
    const type = (relation) => data.relations[3 * relation + 2];
    const region = group.map((at) => data.groups[at][1]);
    const degree = new Uint32Array(papers);
    for (let relation = 0; relation < relations; relation += 1) {
      degree[source(relation)] += 1;
      degree[target(relation)] += 1;
    }
    const byDegree = Array.from(name.keys()).sort((a, b) => degree[b] - degree[a] || a - b);
    const paperShown = new Uint8Array(papers).fill(1);
    const relationShown = new Uint8Array(relations).fill(1);

    /* `place` is a region ("r3"), a group ("g17") or everything; a type leaves the papers that have such a relation. */
    function choose({ place, type: only, from, to }) {
      const number = Number(place.slice(1));
      const here = (at) => !place || (place[0] === "r" ? region[at] : group[at]) === number;
      const then = (at) => (!from && !to) || (year[at] && year[at] >= (from || 0) && year[at] <= (to || Infinity));
      const passes = new Uint8Array(papers);
      for (let at = 0; at < papers; at += 1) passes[at] = here(at) && then(at) ? 1 : 0;
      const all = only === "";
      paperShown.set(all ? passes : new Uint8Array(papers));
      let shown = 0;
      for (let relation = 0; relation < relations; relation += 1) {
        const [a, b] = [source(relation), target(relation)];
        const shows = (passes[a] || passes[b]) && (all || type(relation) === Number(only));
        relationShown[relation] = shows ? 1 : 0;
        if (!shows) continue;
        shown += 1;
        if (passes[a]) paperShown[a] = 1;
        if (passes[b]) paperShown[b] = 1;
      }
      return { papers: paperShown.reduce((sum, one) => sum + one, 0), relations: shown };
    }

    /* The relations of a paper that the filter leaves: [relation, the other paper, whether the paper states it]. */
    function relationsOf(paper) {
      const found = [];
      for (let relation = 0; relation < relations; relation += 1) {
        if (!relationShown[relation]) continue;
        if (source(relation) === paper) found.push([relation, target(relation), true]);
        else if (target(relation) === paper) found.push([relation, source(relation), false]);
      }
      return found;
    }

    /* The shown paper nearest to a place, if it is no farther than `reach`. */
    function nearest(px, py, reach) {
      let best = -1;
      let least = reach * reach;
      for (let at = 0; at < papers; at += 1) {
        const distance = (x[at] - px) ** 2 + (y[at] - py) ** 2;
        if (distance < least && paperShown[at]) [best, least] = [at, distance];
      }
      return best;
    }

    return {
      size: data.size,
      regions: data.regions,
      groups: data.groups,
      types: data.types,
      papers,
      relations,
      name,
      title,
      slug,
      year,
      group,
      region,
      x,
      y,
      /* The language of a title, where it has to be named. */
      language: (paper) => data.languages?.[data.papers.lang[paper]] ?? "",
      degree,
      byDegree,
      paperShown,
      relationShown,
      source,
      target,
      type,
      choose,
      relationsOf,
      nearest,
      href: (paper) => data.paperHref.replace("{slug}", slug[paper]),
    };
  };
})();
