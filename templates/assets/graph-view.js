/* PaperAtlas: the size of a drawing and the way over it. One in a frame, as on the whole screen, is moved inside it;
   another grows with its size, the page scrolls over it, and only what is too wide is moved inside. */
(() => {
  "use strict";

  const STEP = 1.25;
  const MOST = 4;
  const START = 4;
  window.paperatlasGraph ??= { parts: {} };
  const shared = window.paperatlasGraph;

  shared.parts.view = (graph) => {
    const { figure, canvas, svg } = graph;
    const { width, height } = svg.viewBox.baseVal;
    const boxed = () => figure.matches(".pa-graph--full, .pa-graph--framed");
    const scale = () => svg.getBoundingClientRect().width / width;
    let dragged = false;

    function scrollBy(dx, dy) {
      canvas.scrollLeft += dx;
      if (boxed()) canvas.scrollTop += dy;
      else window.scrollBy({ top: dy, behavior: "instant" });
    }

    /* The point of the drawing at a place of the window, in the drawing's own units. */
    function pointAt(x, y) {
      const box = svg.getBoundingClientRect();
      return { x: ((x - box.left) * width) / box.width, y: ((y - box.top) * width) / box.width };
    }

    /* Show the drawing at a scale, `point` of it at x, y of the window. */
    function hold(wanted, point, x, y) {
      const whole = boxed() ? canvas.clientHeight / height : 1;
      const least = Math.min(0.3, (canvas.clientWidth / width) * 0.9, whole);
      const k = Math.max(least, Math.min(MOST, wanted));
      figure.classList.add("pa-graph--zoomed");
      svg.style.width = `${k * width}px`;
      const box = svg.getBoundingClientRect();
      scrollBy(box.left + point.x * k - x, box.top + point.y * k - y);
      graph.zoomed = true;
      settled();
    }

    /* The middle of the frame, or of what of the canvas is in the window. */
    function seen() {
      const box = canvas.getBoundingClientRect();
      if (boxed()) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const top = Math.max(box.top, 0);
      const bottom = Math.min(box.bottom, window.innerHeight);
      return { x: box.left + box.width / 2, y: bottom > top ? (top + bottom) / 2 : box.top };
    }

    function zoomBy(factor, at = seen()) {
      hold(scale() * factor, pointAt(at.x, at.y), at.x, at.y);
    }

    function reset() {
      const at = seen();
      const point = pointAt(at.x, at.y);
      figure.classList.remove("pa-graph--zoomed");
      svg.style.width = "";
      const box = svg.getBoundingClientRect();
      scrollBy(0, box.top + point.y * scale() - at.y);
      graph.zoomed = false;
      settled();
    }

    function settled() {
      edges();
      graph.moved?.();
      graph.remember?.();
    }

    /* A shade at each side that has more to show. */
    function edges() {
      const rest = canvas.scrollWidth - canvas.clientWidth;
      graph.view.classList.toggle("pa-graph__view--before", canvas.scrollLeft > 1);
      graph.view.classList.toggle("pa-graph__view--after", canvas.scrollLeft < rest - 1);
      figure.classList.toggle("pa-graph--wide", rest > 1);
    }

    graph.zoomBy = zoomBy;
    graph.zoomReset = reset;
    graph.fit = () => {
      const inside = Math.min(canvas.clientWidth / width, canvas.clientHeight / height);
      const framed = figure.classList.contains("pa-graph--framed");
      const least = framed ? 0 : figure.querySelector(".pa-graph__least").width.baseVal.value / width;
      hold(
        Math.max(least, Math.min(2, inside)),
        { x: 0, y: 0 },
        canvas.getBoundingClientRect().left,
        canvas.getBoundingClientRect().top,
      );
    };
    /* The view as text, `scale,x,y` with the point in its middle; empty while it is as drawn. */
    graph.viewAsText = () => {
      if (!graph.zoomed) return "";
      const at = seen();
      const point = pointAt(at.x, at.y);
      return [scale().toFixed(2), Math.round(point.x), Math.round(point.y)].join(",");
    };
    graph.viewFromText = (text, scroll) => {
      const [k, x, y] = text.split(",").map(Number);
      if (!(k > 0) || !Number.isFinite(x) || !Number.isFinite(y)) return;
      const at = seen();
      const middle = window.innerHeight / 2;
      if (boxed()) {
        hold(k, { x, y }, at.x, at.y);
        const now = seen(); // the frame may have grown with the drawing
        hold(k, { x, y }, now.x, now.y);
        if (scroll) canvas.scrollIntoView({ block: "center", behavior: "instant" });
      } else hold(k, { x, y }, at.x, scroll ? middle : svg.getBoundingClientRect().top + y * k);
    };
    /* Bring a method into sight, into the middle if it is not there. */
    graph.reveal = (node, middle, behavior = "instant") => {
      const box = node.element.getBoundingClientRect();
      const frame = canvas.getBoundingClientRect();
      const top = boxed() ? frame.top : Math.max(0, graph.tools.getBoundingClientRect().bottom);
      const bottom = Math.min(frame.bottom, window.innerHeight);
      const inside = box.left >= frame.left && box.right <= frame.right && box.top >= top && box.bottom <= bottom;
      if (inside && !middle) return;
      node.element.scrollIntoView({ block: "center", inline: "center", behavior });
    };

    graph.tool("in").addEventListener("click", () => zoomBy(STEP));
    graph.tool("out").addEventListener("click", () => zoomBy(1 / STEP));
    graph.tool("reset").addEventListener("click", reset);
    canvas.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const action = { "+": () => zoomBy(STEP), "=": () => zoomBy(STEP), "-": () => zoomBy(1 / STEP), 0: reset }[
        event.key
      ];
      if (!action) return;
      event.preventDefault();
      action();
    });
    // Pinching a touch pad arrives as a turning wheel with Ctrl held.
    canvas.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const turned = Math.max(-60, Math.min(60, event.deltaMode ? event.deltaY * 20 : event.deltaY));
        zoomBy(Math.exp(-turned / 150), { x: event.clientX, y: event.clientY });
      },
      { passive: false },
    );

    /* Two fingers change the size; one scrolls, as everywhere. */
    let pinch;
    const middleOf = (event) => {
      const [a, b] = event.touches;
      return {
        x: (a.clientX + b.clientX) / 2,
        y: (a.clientY + b.clientY) / 2,
        apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
      };
    };
    canvas.addEventListener(
      "touchstart",
      (event) => {
        if (event.touches.length !== 2) return;
        const at = middleOf(event);
        pinch = { apart: at.apart, scale: scale(), point: pointAt(at.x, at.y) };
      },
      { passive: true },
    );
    canvas.addEventListener(
      "touchmove",
      (event) => {
        if (!pinch || event.touches.length !== 2) return;
        if (event.cancelable) event.preventDefault();
        const at = middleOf(event);
        hold((pinch.scale * at.apart) / pinch.apart, pinch.point, at.x, at.y);
      },
      { passive: false },
    );
    for (const name of ["touchend", "touchcancel"]) canvas.addEventListener(name, () => (pinch = undefined));

    /* A mouse drags the drawing; a short way is a click still. */
    canvas.addEventListener("dragstart", (event) => event.preventDefault());
    canvas.addEventListener("pointerdown", (event) => {
      dragged = false;
      if (event.pointerType !== "mouse" || event.button !== 0) return;
      let [x, y] = [event.clientX, event.clientY];
      const move = (to) => {
        if (!dragged && Math.hypot(to.clientX - event.clientX, to.clientY - event.clientY) < START) return;
        if (!dragged) {
          dragged = true;
          canvas.setPointerCapture(event.pointerId);
          figure.classList.add("pa-graph--dragged");
          graph.change({ hover: "" });
        }
        scrollBy(x - to.clientX, y - to.clientY);
        [x, y] = [to.clientX, to.clientY];
      };
      const end = () => {
        canvas.removeEventListener("pointermove", move);
        figure.classList.remove("pa-graph--dragged");
      };
      canvas.addEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, end, { once: true });
    });
    canvas.addEventListener(
      "click",
      (event) => {
        if (!dragged) return;
        event.preventDefault();
        event.stopPropagation();
        dragged = false;
      },
      true,
    );

    canvas.addEventListener("scroll", settled, { passive: true });
    new ResizeObserver(edges).observe(canvas);
  };
  shared.start?.();
})();
