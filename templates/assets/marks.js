/* PaperAtlas: the reader's own marks of papers - to read, read, starred. They are in the storage of the browser alone, and
   nothing is written there before the reader marks something. Without this script there are no marks. */
(() => {
  "use strict";

  // It is here already where a theme swaps pages.
  window.paperatlas ??= {};
  const shared = window.paperatlas;
  if (shared.marks) {
    shared.marks.start();
    return;
  }

  const VERSION = 1;
  const STATES = ["to-read", "read"];
  let kit;
  let key;
  let seen;
  let watcher;

  const isText = (value) => typeof value === "string";
  const timeOf = (when) => new Date(Date.parse(when) || 0).toISOString();

  /* The marks in a text, by slug; fails where it is none of ours, or of a later version. What is no mark is left out. */
  function parse(text) {
    const { version, marks } = JSON.parse(text);
    if (version !== VERSION || !Array.isArray(marks)) throw new SyntaxError("These are no marks.");
    const found = new Map();
    for (const each of marks) {
      const state = STATES.includes(each?.state) ? each.state : "";
      const star = each?.star === true;
      if (!isText(each?.slug) || !(state || star)) continue;
      const [name, title] = [each.name, each.title].map((value) => (isText(value) ? value : ""));
      found.set(each.slug, { slug: each.slug, name: name || each.slug, title, state, star, when: timeOf(each.when) });
    }
    return found;
  }

  const write = (marks) => ({ version: VERSION, marks: [...marks.values()] });

  /* The marks as they are now, and why they cannot be had. A browser whose storage is blocked fails, or has none. */
  function load() {
    let text;
    try {
      text = window.localStorage.getItem(key);
      return { text, marks: text === null ? new Map() : parse(text), problem: "" };
    } catch {
      return { text, marks: new Map(), problem: isText(text) ? "unreadable" : "blocked" };
    }
  }

  /* Change the marks as they are now, which another tab may have changed too; return why it was not possible, else "". */
  function change(action) {
    const { marks, problem } = load();
    if (problem) return problem;
    action(marks);
    try {
      if (marks.size) localStorage.setItem(key, JSON.stringify(write(marks)));
      else localStorage.removeItem(key);
    } catch {
      return "blocked";
    }
    show();
    return "";
  }

  /* Make one of the choices for a paper, or take it back. */
  function choose(marks, paper, choice) {
    const mark = marks.get(paper.slug) ?? { ...paper, state: "", star: false };
    const next = choice === "star" ? { star: !mark.star } : { state: mark.state === choice ? "" : choice };
    // Who takes one of two marks back has marked nothing.
    if (next.star || next.state) next.when = new Date().toISOString();
    marks.set(paper.slug, { ...mark, ...next });
    if (!(next.star ?? mark.star) && !(next.state ?? mark.state)) marks.delete(paper.slug);
  }

  /* Have marks under former slugs follow their papers, as links do. `former` has the slugs of now by those. */
  function follow(former) {
    if (![...load().marks.keys()].some((slug) => former.has(slug))) return;
    change((marks) => {
      for (const [slug, old] of [...marks]) {
        const now = former.get(slug);
        if (!now) continue;
        marks.delete(slug);
        if (!(marks.get(now)?.when > old.when)) marks.set(now, { ...old, slug: now });
      }
    });
  }

  const part = (selector) => kit.content.querySelector(selector);
  const textOf = (row, selector) => row?.querySelector(selector)?.textContent.trim() ?? "";

  /* What is known of the paper that a control stands for. */
  function paperOf({ dataset }) {
    return { slug: dataset.paMark, name: dataset.paName, title: dataset.paTitle ?? "" };
  }

  function addChoices(place) {
    const choices = part(".pa-marks__choices").cloneNode(true);
    choices.setAttribute("aria-label", `${kit.dataset.paUnmarked}: ${place.dataset.paName}`);
    place.append(choices);
  }

  /* Put controls into the empty places of papers: the choices, or in a list a button that opens them beside it. */
  function fill() {
    for (const place of document.querySelectorAll("[data-pa-mark]:empty")) {
      if (place.dataset.paName) {
        addChoices(place);
        continue;
      }
      const row = place.closest("tr, li");
      place.dataset.paName = textOf(row, ".pa-paper__name");
      place.dataset.paTitle = textOf(row, ".pa-paper__title");
      place.append(part("button").cloneNode(true));
    }
    showControls(load().marks);
  }

  function showMark(place, mark) {
    const made = (choice) => (choice === "star" ? Boolean(mark?.star) : mark?.state === choice);
    for (const button of place.querySelectorAll("[data-pa-choice]")) {
      button.setAttribute("aria-pressed", made(button.dataset.paChoice));
    }
    const opener = place.querySelector(".pa-marks__open");
    if (!opener) return;
    const names = [...STATES, "star"].filter(made).map((choice) => part(`[data-pa-choice=${choice}]`).textContent);
    opener.title = names.join(", ") || kit.dataset.paUnmarked;
    opener.setAttribute("aria-label", `${opener.title}: ${place.dataset.paName}`);
    opener.dataset.paState = mark?.state ?? "";
    opener.toggleAttribute("data-pa-star", made("star"));
  }

  /* Bring the controls up to date. */
  function showControls(marks) {
    for (const place of document.querySelectorAll("[data-pa-mark]")) showMark(place, marks.get(place.dataset.paMark));
    // How many of the papers of a direction's page are read.
    const places = [...document.querySelectorAll(".pa-papers [data-pa-mark]")];
    const slugs = new Set(places.map((place) => place.dataset.paMark));
    for (const place of document.querySelectorAll("a[data-pa-known]")) {
      const read = [...slugs].filter((slug) => marks.get(slug)?.state === "read").length;
      place.hidden = !read;
      place.textContent = place.dataset.paKnown.replace("{known}", read);
    }
  }

  function show() {
    const { marks, text } = load();
    seen = text;
    showControls(marks);
    watcher?.(marks);
  }

  function onClick({ target }) {
    const button = target.closest?.("[data-pa-mark] button");
    if (!button) return;
    const place = button.closest("[data-pa-mark]");
    const { paChoice } = button.dataset;
    if (paChoice) {
      const problem = change((marks) => choose(marks, paperOf(place), paChoice));
      const status = place.querySelector("[role=status]");
      if (status) status.textContent = problem && kit.dataset[problem === "blocked" ? "paBlocked" : "paUnreadable"];
    } else turn(place, !place.querySelector(".pa-marks__choices"));
  }

  function turn(place, open) {
    const opener = place.querySelector(".pa-marks__open");
    if (open) addChoices(place);
    else place.querySelector(".pa-marks__choices")?.remove();
    opener.setAttribute("aria-expanded", open);
    showControls(load().marks);
  }

  function onKey({ key: pressed, target }) {
    const place = pressed === "Escape" && target.closest?.("[data-pa-mark]:has([aria-expanded=true])");
    if (!place) return;
    turn(place, false);
    place.querySelector("button").focus();
  }

  function start() {
    kit = document.querySelector("template.pa-marking");
    watcher = undefined;
    if (!kit) return;
    // Several sites may be on one host.
    key = `paperatlas.marks:${new URL(".", new URL(kit.dataset.paRoot, location.href)).pathname}`;
    follow(new Map((kit.dataset.paFormer?.split(" ") ?? []).map((pair) => pair.split(":"))));
    fill();
    seen = load().text;
  }

  /* Another tab may have changed them, also while this page was put aside. */
  function lookAgain() {
    if (kit?.isConnected && load().text !== seen) show();
  }

  shared.marks = {
    change,
    fill,
    follow,
    keyOf: () => key,
    load,
    parse,
    show,
    start,
    write,
    /* Have the marks given to `action` now and whenever they change, until there is another page. */
    watch(action) {
      watcher = action;
      show();
    },
  };
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  for (const event of ["storage", "pageshow", "focus"]) window.addEventListener(event, lookAgain);
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
