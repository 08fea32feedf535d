/* The data of a small map, as pages/map_data.py writes it: two regions, three groups, five papers in a row. */

export const DATA = {
  size: [400, 200],
  languages: ["", "de"],
  regions: [
    ["Flows", 100, 100, 80],
    ["Graphs", 300, 100, 80],
  ],
  groups: [
    ["Models", 0, 100, 100, 60],
    ["Theory", 0, 150, 100, 20],
    ["", 1, 300, 100, 60],
  ],
  types: [
    ["extends", "extends", "extended by"],
    ["compares", "compares with", "compared by"],
  ],
  papers: {
    name: ["NICE", "Real NVP", "Bound", "GCN", "GAT"],
    title: ["", "Density Estimation", "", "", "Graph Attention"],
    slug: ["nice", "realnvp", "bound", "gcn", "gat"],
    year: [2014, 2017, 0, 2017, 2018],
    group: [0, 0, 1, 2, 2],
    x: [60, 100, 150, 300, 340],
    y: [100, 100, 100, 100, 100],
    lang: [1, 0, 0, 0, 1],
  },
  // source, target, type
  relations: [1, 0, 0, 1, 2, 1, 4, 3, 0, 4, 1, 1],
  paperHref: "../papers/{slug}/",
};
