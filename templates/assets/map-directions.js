/* PaperAtlas: open a direction of the map, read what connects two, and look at the map as it was in an earlier year. What
   the panel shows is in the page: the papers of directions in templates, relations in the tables below the drawings. */
(() => {
  "use strict";

  const yearsOf = (element) => element.dataset.paYears.trim().split(" ").map(Number);

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  /* The relations of a pair of directions, as the rows of its table have them. */
  function readPair(section) {
    const years = yearsOf(section);
    const rows = Array.from(section.querySelectorAll("tbody tr"), (row, at) => ({ cells: row.cells, year: years[at] }));
    return [section.dataset.paPair, rows];
  }

  function setUp(figure) {
    const nodes = Array.from(figure.querySelectorAll("[data-pa-direction]"));
    const ties = Array.from(figure.querySelectorAll("[data-pa-tie]"));
    const pairs = new Map(Array.from(document.querySelectorAll("[data-pa-pair]"), readPair));
    const drawn = new Map(ties.map((tie) => [tie, Number(tie.querySelector("path").getAttribute("stroke-width"))]));
    const tools = figure.querySelector(".pa-overview__tools");
    const panel = figure.querySelector(".pa-overview__panel");
    const read = figure.querySelector(".pa-overview__read");
    const [first, second] = panel.querySelectorAll("select");
    const until = tools.querySelector("input");
    const screen = tools.querySelector("button");
    const hint = read.firstElementChild;
    const words = panel.dataset;
    const titleOf = (number) => first.querySelector(`option[value="${number}"]`).textContent;
    const slugs = new Map(nodes.map((node) => [node.dataset.paDirection, node.dataset.paSlug]));
    let chosen = [];

    const year = () => (until ? Number(until.value) : Infinity);
    const known = (found) => found <= year();
    const ends = (tie) => tie.dataset.paTie.split(" ");
    const rowsOf = (tie) => pairs.get(tie.dataset.paTie).filter((row) => known(row.year));

    function draw() {
      for (const node of nodes) {
        const count = yearsOf(node).filter(known).length;
        const number = node.dataset.paDirection;
        const on = chosen.includes(number);
        node.querySelector(".pa-overview__count").textContent = count;
        node.classList.toggle("pa-off", count === 0);
        node.classList.toggle("pa-lit", on);
        node.setAttribute("aria-pressed", String(on));
        node.setAttribute("aria-label", `${titleOf(number)}${words.paSeparator}${count}`);
      }
      for (const tie of ties) {
        const count = rowsOf(tie).length;
        const [one, other] = ends(tie).map((end) => chosen.includes(end));
        const path = tie.querySelector("path");
        // Of all its relations the line is drawn already; of none it would be 1 thick.
        const share = count / pairs.get(tie.dataset.paTie).length;
        path.setAttribute("stroke-width", 1 + (drawn.get(tie) - 1) * Math.sqrt(share));
        tie.querySelector("text").textContent = count;
        tie.classList.toggle("pa-off", count === 0);
        tie.classList.toggle("pa-lit", chosen.length === 2 ? one && other : one || other);
      }
      figure.classList.toggle("pa-overview--lit", chosen.length > 0);
    }

    /* A direction with its groups and papers, and the directions that it is connected with. */
    function open(number) {
      const opened = figure.querySelector(`template[data-pa-open="${number}"]`).content.cloneNode(true);
      for (const paper of opened.querySelectorAll("li")) if (!known(Number(paper.dataset.paYear))) paper.remove();
      // It counts papers of all years.
      if (until && until.value !== until.max) opened.querySelector("[data-pa-elsewhere]")?.remove();
      for (const group of opened.querySelectorAll("section")) if (!group.querySelector("li")) group.remove();
      const others = ties
        .filter((tie) => ends(tie).includes(number) && rowsOf(tie).length)
        .map((tie) => [ends(tie).find((end) => end !== number), rowsOf(tie).length])
        .sort((a, b) => b[1] - a[1]);
      const list = element("ul", "pa-overview__others");
      for (const [other, count] of others) {
        const button = element("button", "", titleOf(other));
        button.type = "button";
        button.addEventListener("click", () => choose([number, other]));
        list.append(element("li", "", button, ` ${count}`));
      }
      const among = element("a", "", words.paAmong);
      among.href = `?group=${encodeURIComponent(slugs.get(number))}#graph`;
      const connected = others.length ? [element("p", "pa-overview__group", words.paConnected), list] : [];
      const [name, ...groups] = opened.children;
      read.replaceChildren(name, ...connected, ...groups, element("p", "", among));
    }

    /* What connects two directions: each relation with its reason. */
    function connect(one, other) {
      const pair = pairs.get(`${one} ${other}`) ?? pairs.get(`${other} ${one}`) ?? [];
      const rows = pair.filter((row) => known(row.year));
      const name = element("p", "pa-overview__name", [one, other].map(titleOf).join(" – "));
      const list = element("ol", "pa-overview__relations");
      for (const { cells } of rows) {
        const [source, , relation, target, evidence] = Array.from(cells, (cell) => cell.cloneNode(true));
        const reason = element("p", "pa-hint", ...evidence.childNodes);
        if (evidence.lang) reason.lang = evidence.lang;
        list.append(
          element("li", "", ...source.childNodes, " ", ...relation.childNodes, " ", ...target.childNodes, reason),
        );
      }
      read.replaceChildren(name, rows.length ? list : element("p", "pa-hint", words.paUnconnected));
    }

    function show() {
      draw();
      [first.value, second.value] = [chosen[0] ?? "", chosen[1] ?? ""];
      second.disabled = !chosen.length;
      if (chosen.length === 2) connect(...chosen);
      else if (chosen.length) open(chosen[0]);
      else read.replaceChildren(hint);
      read.scrollTop = 0;
    }

    function remember() {
      const url = new URL(location.href);
      for (const name of ["d", "until"]) url.searchParams.delete(name);
      for (const number of chosen) url.searchParams.append("d", slugs.get(number));
      if (until && until.value !== until.max) url.searchParams.set("until", until.value);
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    }

    function choose(numbers) {
      chosen = numbers;
      show();
      remember();
    }

    /* What is chosen when a direction is picked in the drawing: it opens, or is read beside the one that is open. */
    function pick(number) {
      if (chosen.includes(number)) choose(chosen.filter((other) => other !== number));
      else choose([...chosen.slice(0, 1), number]);
    }

    function restore() {
      const query = new URLSearchParams(location.search);
      const named = query.getAll("d");
      const found = named.flatMap((slug) => [...slugs.keys()].filter((number) => slugs.get(number) === slug));
      chosen = [...new Set(found)].slice(0, 2);
      const wanted = Number(query.get("until"));
      if (until && wanted >= until.min && wanted <= until.max) until.value = wanted;
    }

    function fill() {
      if (until) tools.querySelector("b").textContent = until.value;
      show();
    }

    async function toggleScreen() {
      const full = figure.classList.contains("pa-overview--full");
      try {
        if (document.fullscreenElement) await document.exitFullscreen();
        else if (full) showScreen(false);
        else await figure.requestFullscreen();
      } catch {
        showScreen(true);
      }
    }

    function showScreen(full) {
      screen.dataset.paEnter ??= screen.textContent;
      figure.classList.toggle("pa-overview--full", full);
      screen.textContent = full ? screen.dataset.paLeave : screen.dataset.paEnter;
    }

    figure.dataset.paReady = "yes";
    tools.hidden = false;
    panel.hidden = false;
    for (const node of nodes) {
      node.setAttribute("role", "button");
      node.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        pick(node.dataset.paDirection);
      });
      node.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        pick(node.dataset.paDirection);
      });
    }
    for (const tie of ties) tie.addEventListener("click", () => choose(ends(tie)));
    for (const select of [first, second]) {
      select.addEventListener("change", () => {
        const both = [first.value, second.value].filter(Boolean);
        choose([...new Set(first.value ? both : [])]);
      });
    }
    until?.addEventListener("input", () => {
      fill();
      remember();
    });
    screen.addEventListener("click", toggleScreen);
    figure.addEventListener("fullscreenchange", () => showScreen(document.fullscreenElement === figure));
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (figure.classList.contains("pa-overview--full") && !document.fullscreenElement) showScreen(false);
      else if (chosen.length) choose([]);
    });
    restore();
    fill();
  }

  document.querySelectorAll(".pa-overview:not([data-pa-ready])").forEach(setUp);
})();
