/* The theme puts wide tables into frames that scroll. With this they can be reached, and so moved, by keyboard in every
   browser; the theme makes the frames when a page is there, and again for each page that it swaps in. */
(() => {
  "use strict";

  const reach = () => {
    for (const frame of document.getElementsByClassName("md-typeset__scrollwrap")) frame.tabIndex = 0;
  };
  const watch = () => new MutationObserver(reach).observe(document.body, { childList: true, subtree: true });
  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch);
})();
