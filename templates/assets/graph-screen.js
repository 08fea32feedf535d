/* PaperAtlas: a drawing on the whole screen, or over the whole window where a browser has no way to the screen. */
(() => {
  "use strict";

  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;

  shared.parts.screen = (graph) => {
    const { figure } = graph;
    const button = graph.tool("full");
    const enter = button.title;
    const isFull = () => figure.classList.contains("pa-graph--full");
    let before = "";

    function show(full) {
      if (full === isFull()) return;
      if (full) before = graph.viewAsText();
      else graph.zoomReset();
      figure.classList.toggle("pa-graph--full", full);
      button.title = full ? graph.words.paLeave : enter;
      button.setAttribute("aria-label", button.title);
      if (full) graph.fit();
      else {
        if (before) graph.viewFromText(before, false);
        button.scrollIntoView({ block: "nearest" });
      }
    }

    async function toggle() {
      if (document.fullscreenElement === figure) {
        await document.exitFullscreen();
        return;
      }
      if (isFull()) {
        show(false);
        return;
      }
      try {
        await figure.requestFullscreen();
      } catch {
        show(true);
      }
    }

    button.addEventListener("click", toggle);
    figure.addEventListener("fullscreenchange", () => show(document.fullscreenElement === figure));
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || !isFull() || document.fullscreenElement) return;
      show(false);
      button.focus();
    });
    // Over the window, what is behind is out of sight and so out of reach of the keyboard.
    figure.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (isFull() && !document.fullscreenElement && to && !figure.contains(to))
        graph.tools.querySelector("input").focus();
    });
  };
  shared.start?.();
})();
