/* PaperAtlas: load data when a reader wants it. It comes as scripts, for a page that was opened from disk may load these
   and no JSON. */
(() => {
  "use strict";

  const loading = new Map();
  window.paperatlas ??= {};

  /* Load a script once. One that failed is tried again when it is wanted again. */
  window.paperatlas.load ??= (src) => {
    const loaded =
      loading.get(src) ??
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = src;
        script.onload = resolve;
        script.onerror = () => {
          loading.delete(src);
          script.remove();
          reject(new Error(src));
        };
        document.head.append(script);
      });
    loading.set(src, loaded);
    return loaded;
  };
})();
