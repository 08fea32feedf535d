/* PaperAtlas: the page that is shown where there is none. It is in the language of the missing address, looks for its
   words, and lists pages whose address is near. Without scripts it is whole in every language. */
(() => {
  "use strict";

  const MOST = 6;
  const FAR = 0.45; // the share of letters in which a near address may differ
  const whole = document.querySelector(".pa-not-found");
  if (!whole) return;

  const root = whole.dataset.paRoot;
  const sections = Array.from(whole.querySelectorAll("section"));
  const missing = decoded(location.pathname).replace(decoded(root), "");
  const shown =
    sections.filter((section) => missing.startsWith(section.dataset.paFolder)).sort((a, b) => depth(b) - depth(a))[0] ??
    sections[0];

  function depth(section) {
    return section.dataset.paFolder.length;
  }

  function decoded(path) {
    try {
      return decodeURIComponent(path);
    } catch {
      return path; // a lone %
    }
  }

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const nameOf = (path) => path.replace(/\/?(?:index)?(?:\.html?)?\/?$/, "").replace(/\.(?:bib|ris|csl\.json)$/, "");
  const lastOf = (path) => nameOf(path).split("/").pop();

  /* How many letters two words differ in; two that have changed places count once. */
  function distance(one, other) {
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const changed = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        next.push(Math.min(changed, row[j] + 1, next[j - 1] + 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return row[other.length];
  }

  /* How far a page is from the missing one: 0 is the same name; Infinity is too far. */
  function far(wanted, [address, title]) {
    const name = fold(lastOf(address));
    if (!name) return Infinity;
    const longest = Math.max(wanted.name.length, name.length);
    const elsewhere = address.split("/")[0] === wanted.place ? 0 : 0.1;
    const differs = distance(wanted.name, name) / longest;
    if (differs <= FAR) return differs + elsewhere;
    const holds = name.includes(wanted.name) || wanted.name.includes(name);
    if (holds && Math.min(wanted.name.length, name.length) > 2) return FAR + elsewhere;
    const words = fold(title);
    return wanted.words.length && wanted.words.every((word) => words.includes(word)) ? 2 * FAR + elsewhere : Infinity;
  }

  async function listNear(wanted) {
    const answer = await fetch(shown.dataset.paAddresses);
    if (!answer.ok) return;
    const pages = await answer.json();
    const near = pages.map((page) => [far(wanted, page), page]).filter(([how]) => how < Infinity);
    const found = near.sort(([a], [b]) => a - b).slice(0, MOST);
    const list = shown.querySelector("[data-pa-near] ul");
    for (const [, [address, title]] of found) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + shown.dataset.paFolder + address.split("/").map(encodeURIComponent).join("/");
      link.textContent = title;
      item.append(link, ` – ${shown.dataset.paFolder}${address}`);
      list.append(item);
    }
    shown.querySelector("[data-pa-near]").hidden = found.length === 0;
  }

  const fieldOf = (element) => element.shadowRoot?.querySelector("input");

  /* Zensical's search has no address: it is opened where it is, and asked as if somebody typed. */
  function askTheme(text, tries = 50) {
    const field = Array.from(document.querySelectorAll("body > *"), fieldOf).find(Boolean);
    if (!field && tries) setTimeout(askTheme, 40, text, tries - 1);
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.focus();
  }

  for (const section of sections) section.hidden = section !== shown;
  const path = nameOf(missing.slice(shown.dataset.paFolder.length));
  const words = lastOf(path)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const input = shown.querySelector("input");
  if (input) input.value = words.join(" ");
  const button = document.querySelector(".md-search__button");
  const form = shown.querySelector("form[hidden]");
  if (form && button) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      button.click();
      askTheme(input.value);
    });
  }
  const wanted = { name: fold(lastOf(path)), place: path.split("/")[0], words: words.map(fold) };
  // Without the list the page is what it is without scripts.
  if (wanted.name) listNear(wanted).catch(() => {});
})();
