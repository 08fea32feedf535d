/* PaperAtlas: the map of a large atlas. Leaflet moves it; the other map scripts draw and fill it. Without scripts, the
   page shows the directions and their relations as a drawing and a list. */
(() => {
  "use strict";

  window.paperatlasMap ??= {};
  const shared = window.paperatlasMap;
  const LARGEST = 120; // pixels between papers at the largest scale
  const figure = document.getElementById("map");
  const data = window.paperAtlasMap;
  if (!figure || !data || !window.L || figure.dataset.paReady) return;
  figure.dataset.paReady = "yes";
  figure.hidden = false;
  document.getElementById("map-overview").open = false;

  const model = shared.model(data);
  const form = figure.querySelector("form");
  const status = figure.querySelector("[data-pa-count]");
  const canvas = figure.querySelector(".pa-map__canvas");
  const frame = figure.querySelector(".pa-map__frame");
  const [width, height] = model.size;

  // At zoom 0 the whole map fits; every step doubles the scale.
  const first = Math.min(canvas.clientWidth / width, canvas.clientHeight / height) || 0.1;
  const scaleAt = (zoom) => first * 2 ** zoom;
  const latLng = (x, y) => L.latLng(y, x);
  const crs = L.Util.extend({}, L.CRS.Simple, { transformation: new L.Transformation(first, 0, first, 0) });
  const maxZoom = Math.max(1, Math.ceil(Math.log2(LARGEST / 24 / first)));
  const bounds = L.latLngBounds(latLng(0, 0), latLng(width, height));
  const map = L.map(canvas, {
    crs,
    minZoom: -1,
    maxZoom,
    maxBounds: bounds.pad(0.5),
    attributionControl: false,
    zoomControl: false,
    // While it animates a change of scale, Leaflet is deaf to the next one.
    scrollWheelZoom: false,
    zoomAnimation: false,
    fadeAnimation: false,
    wheelPxPerZoomLevel: 90,
  });
  L.control.zoom({ zoomInTitle: figure.dataset.paZoomIn, zoomOutTitle: figure.dataset.paZoomOut }).addTo(map);
  map.setView(latLng(width / 2, height / 2), 0);

  const tiles = shared.tiles(model, shared.look(figure), scaleAt);
  const layer = tiles.layer({ tileSize: 512, minZoom: -1, maxZoom, updateInterval: 60, keepBuffer: 2 }).addTo(map);
  const card = shared.card(figure, map, model, { tiles, latLng, choose });
  let chosen = -1;
  let pointed = -1;

  function choose(paper, move) {
    chosen = paper;
    if (paper < 0) {
      card.hide();
      tell();
      return;
    }
    if (!model.paperShown[paper]) {
      // A paper that the filter hides is what the reader wants all the same.
      form.reset();
      filter();
    }
    if (move) {
      const zoom = Math.max(map.getZoom(), Math.min(maxZoom, Math.ceil(Math.log2(60 / 24 / first))));
      map.setView(latLng(model.x[paper], model.y[paper]), zoom);
    }
    card.show(paper, true);
    tell();
  }

  /* The pointer: resting on a paper shows it, a click opens it. A finger cannot rest: its first touch shows. */
  const under = (event) => {
    const at = event.latlng;
    return model.nearest(at.lng, at.lat, 14 / scaleAt(map.getZoom()));
  };
  map.on("mousemove", (event) => {
    const paper = under(event);
    if (paper === pointed) return;
    pointed = paper;
    canvas.style.cursor = paper < 0 ? "" : "pointer";
    if (paper >= 0) card.show(paper, paper === chosen);
    else if (chosen >= 0) card.show(chosen, true);
    else card.hide();
  });
  map.on("click", (event) => {
    const paper = under(event);
    const mouse = event.originalEvent.pointerType !== "touch";
    if (paper < 0 || (!mouse && paper !== chosen)) return choose(paper, false);
    const { ctrlKey, metaKey, shiftKey } = event.originalEvent;
    return ctrlKey || metaKey || shiftKey ? window.open(model.href(paper)) : location.assign(model.href(paper));
  });
  // The rings are as large as the papers are at this scale; the card stays, for it may have the focus.
  map.on("zoomend", () => chosen >= 0 && card.highlight(chosen));
  card.close.addEventListener("click", () => {
    choose(-1, false);
    canvas.focus();
  });
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen >= 0 && !event.defaultPrevented) choose(-1, false);
    if (event.key === "Enter" && event.target === canvas && chosen >= 0) card.link().click();
  });
  // The wheel moves the page until the map was clicked or entered.
  canvas.addEventListener("focus", () => map.scrollWheelZoom.enable());
  canvas.addEventListener("blur", () => document.fullscreenElement || map.scrollWheelZoom.disable());

  /* The filter. */
  const text = (name) => form.elements.namedItem(name)?.value ?? "";
  function filter() {
    const shown = model.choose({
      place: text("place"),
      type: text("type"),
      from: Number(text("from")),
      to: Number(text("to")),
    });
    const local = (number) => number.toLocaleString(document.documentElement.lang.replaceAll("_", "-") || undefined);
    status.textContent = status.dataset.paCount
      .replace("{papers}", local(shown.papers))
      .replace("{all_papers}", local(model.papers))
      .replace("{relations}", local(shown.relations))
      .replace("{all_relations}", local(model.relations));
    layer.drawAgain();
    if (chosen >= 0) card.show(chosen, true);
    tell();
  }
  function zoomToPlace() {
    const place = text("place");
    const [x, y, r] = place ? (place[0] === "r" ? model.regions : model.groups)[Number(place.slice(1))].slice(-3) : [];
    map.fitBounds(place ? [latLng(x - r, y - r), latLng(x + r, y + r)] : bounds);
  }
  const places = form.elements.namedItem("place");
  model.regions.forEach(([title], region) => {
    places.append(new Option(title, `r${region}`));
    model.groups.forEach(([group, of], at) => {
      if (of === region && group) places.append(new Option(`\u2003${group}`, `g${at}`));
    });
  });
  const used = new Set(Array.from({ length: model.relations }, (_, relation) => model.type(relation)));
  model.types.forEach(([, label], at) => {
    if (used.has(at)) form.elements.namedItem("type").append(new Option(label, at));
  });
  form.addEventListener("input", (event) => {
    if (!event.target.name) return;
    filter();
    if (event.target === places) zoomToPlace();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      filter();
      map.fitBounds(bounds);
    }),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  shared.find(figure, model, choose);

  /* The link that restores the view: middle and scale, the filter, the paper. */
  const names = ["place", "type", "from", "to"];
  let moved = false;
  function tell() {
    const { lat, lng } = map.getCenter();
    const values = [...names.map((name) => [name, text(name)]), ["paper", chosen < 0 ? "" : model.slug[chosen]]];
    if (moved) values.unshift(["at", [lng, lat, 24 * scaleAt(map.getZoom())].map(Math.round).join(",")]);
    const query = new URLSearchParams(values.filter(([, value]) => value));
    const hash = `#map${query.size ? `?${query}` : ""}`;
    figure.querySelector("[data-pa-tool=link]").setAttribute("href", hash);
    if (query.size || location.hash.startsWith("#map")) history.replaceState(history.state, "", hash);
  }
  function restore() {
    if (!location.hash.startsWith("#map?")) return;
    const values = new URLSearchParams(location.hash.slice(5));
    for (const name of names)
      if (form.elements.namedItem(name)) form.elements.namedItem(name).value = values.get(name) ?? "";
    const paper = values.has("paper") ? model.slug.indexOf(values.get("paper")) : -1;
    const [x, y, room] = (values.get("at") ?? "").split(",").map(Number);
    if (room > 0) {
      moved = true;
      map.setView(latLng(x, y), Math.min(Math.max(Math.round(Math.log2(room / 24 / first)), -1), maxZoom), {
        animate: false,
      });
    }
    chosen = paper;
    if (paper >= 0) choose(paper, !(room > 0));
  }
  restore();
  filter();
  map.on("moveend", () => {
    moved = true;
    tell();
  });
  window.addEventListener("hashchange", () => {
    restore();
    filter();
  });

  /* The whole map, the full screen, another colour scheme, another size of the window. */
  const tool = (name) => figure.querySelector(`[data-pa-tool=${name}]`);
  tool("whole").addEventListener("click", () => map.fitBounds(bounds));
  const screen = tool("screen");
  const enter = screen.textContent;
  screen.hidden = !document.fullscreenEnabled;
  screen.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen(),
  );
  frame.addEventListener("fullscreenchange", () => {
    const full = Boolean(document.fullscreenElement);
    screen.textContent = full ? screen.dataset.paLeave : enter;
    map.scrollWheelZoom[full ? "enable" : "disable"]();
  });
  new ResizeObserver(() => map.invalidateSize()).observe(canvas);
  new MutationObserver(() => layer.drawAgain(shared.look(figure))).observe(document.body, {
    attributes: true,
    attributeFilter: ["data-md-color-scheme"],
  });
  shared.map = map;
})();
