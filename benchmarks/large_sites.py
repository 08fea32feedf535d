"""Large atlases that nobody wrote, as the files of a site: the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

_TYPES = ("extends", "uses", "compares", "accelerates", "applies", "evaluates")
_WORDS = {
    "first": "Ada Bel Cor Dyn Evo Flu Gra Hyp Iso Jet Kin Lat Met Neo Opt Par Qua Res Sol Tri Ult Vec Wav Xen Yar Zet",
    "last": "Net Former Flow Prior Field Score Graph Map Mix Tune Cast Bound Trace Kernel Sampler Coder",
    "things": "images molecules rivers proteins melodies letters markets glaciers dialects forests circuits archives",
    "ways": "sparse robust hierarchical continuous local contrastive causal spectral modular recursive",
}
_FIRST, _LAST, _THINGS, _WAYS = (words.split() for words in _WORDS.values())


def letters(number: int) -> str:
    """Return a number from 0 on in letters, each as another text: names have no digits."""
    found = chr(ord("a") + number % 26)
    return found if number < 26 else letters(number // 26 - 1) + found


def large_site(
    papers: int,
    *,
    directions: int = 0,
    relations: int = 0,
    seed: int = 1,
    texts: Mapping[str, tuple[str, str]] | None = None,
) -> dict[str, str]:
    """Return the .bib files and notes of a site, text by path.

    Directions are of very different sizes, as are their groups. Most relations stay inside a direction, lead to an
    older paper, and prefer those that have many already; a few papers are in no direction. With `texts` (title and
    abstract by key) entries have what those of a library in use have: an abstract, several authors, a venue, a DOI,
    code.
    """
    chance = random.Random(seed * 1_000_003 + papers)
    directions = directions or max(1, min(40, papers // 50))
    slugs = [f"direction-{number + 1}" for number in range(directions)]
    groups = {slug: [f"group-{number + 1}" for number in range(chance.randint(3, 12))] for slug in slugs}
    shares = [1 / (number + 3) for number in range(directions)]
    years = sorted(chance.randint(1996, 2026) for _ in range(papers))
    homes: list[str] = []
    members: dict[str, list[int]] = {slug: [] for slug in slugs}
    for number in range(papers):
        (home,) = chance.choices(slugs, shares) if number % 200 else [""]
        homes.append(home)
        if home:
            members[home].append(number)
    stated = _relations(chance, homes, members, relations or papers * 3 // 2)
    files: dict[str, list[str]] = {f"bib/{slug or 'rest'}.bib": [] for slug in ["", *slugs]}
    for number, home in enumerate(homes):
        lines = list(_entry(chance, number, years[number], home, groups.get(home, []), stated.get(number, {})))
        if texts:
            lines = _with_texts(lines, number, papers, texts[f"paper{number}"], random.Random(seed * 7 + number))
        files[f"bib/{home or 'rest'}.bib"].append("\n".join(lines))
    notes = {f"docs/directions/{slug}.md": _note(number, groups[slug]) for number, slug in enumerate(slugs)}
    return (
        {path: "\n".join(texts) for path, texts in files.items()}
        | notes
        | {"docs/index.md": "# Home\n", "mkdocs.yml": "site_name: Large\nplugins: [paperatlas]\n"}
    )


def write_site(folder: Path, files: dict[str, str]) -> None:
    """Write the files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _relations(
    chance: random.Random, homes: list[str], members: dict[str, list[int]], count: int
) -> dict[int, dict[str, list[int]]]:
    """By paper and type: the papers it builds upon."""
    stated: dict[int, dict[str, list[int]]] = {}
    hubs: dict[str, list[int]] = {slug: list(found[:3]) for slug, found in members.items()}
    made = 0
    for _ in range(20 * count):
        if made == count:
            break
        source = chance.randrange(1, len(homes))
        home = homes[source] if homes[source] and chance.random() < 0.9 else chance.choice(list(members))
        near = hubs[home] if chance.random() < 0.4 else members[home]
        target = chance.choice(near or [0])
        known = {key for keys in stated.get(source, {}).values() for key in keys}
        if target < source and target not in known:
            made += 1
            stated.setdefault(source, {}).setdefault(chance.choice(_TYPES), []).append(target)
            hubs[home].append(target)
    return stated


def _entry(
    chance: random.Random, number: int, year: int, home: str, groups: list[str], stated: dict[str, list[int]]
) -> Iterator[str]:
    method = f"{_FIRST[number % 26]}{_LAST[number // 26 % 16]}{number // 416 or ''}"
    title = f"{method}: {chance.choice(_WAYS).capitalize()} models of {chance.choice(_WAYS)} {chance.choice(_THINGS)}"
    yield f"@online{{paper{number},"
    yield f"  author = {{Author{letters(number % 977)}, Ann and Writer{letters(number % 613)}, Bo}},"
    yield f"  title = {{{{{title}}}}},"
    if number % 5:
        yield f"  shorttitle = {{{{{method}}}}},"
    yield f"  date = {{{year}}},"
    yield f"  url = {{https://example.org/{number}}},"
    if home:
        yield f"  keywords = {{{home}{'/' + chance.choice(groups) if number % 11 else ''}}},"
    for type_, keys in stated.items():
        yield f"  {type_} = {{{', '.join(f'paper{key}' for key in keys)}}},"
    yield "}\n"


def _with_texts(lines: list[str], number: int, papers: int, texts: tuple[str, str], chance: random.Random) -> list[str]:
    """Give an entry its own title, and the fields that entries without texts do without."""
    title, abstract = texts
    # Few people have written many papers, most have written one or two.
    people = dict.fromkeys(int(papers * chance.random() ** 2) for _ in range(chance.randint(1, 5)))
    names = " and ".join(f"{_LAST[at % 16]}{letters(at // 16)}, {_FIRST[at % 26]}" for at in people)
    given = {"  author": names, "  title": f"{{{title}}}"}
    changed = [
        f"{name} = {{{given[name]}}}," if (name := line.partition(" = ")[0]) in given else line for line in lines
    ]
    venue = f"Conference on {_WAYS[number % 10]} {_THINGS[number % 12]}"
    more = [f"  eventtitle = {{{venue}}},", f"  doi = {{10.5555/{number}}},", f"  abstract = {{{abstract}}},"]
    if number % 5 < 2:
        more.append(f"  code = {{https://example.org/code/{number}}},")
    return [*changed[:-1], *more, changed[-1]]


def _note(number: int, groups: list[str]) -> str:
    title = f"{_WAYS[number % 10].capitalize()} {_THINGS[number // 10 % 12]}"
    titles = [f"{_WAYS[at % 10].capitalize()} methods" for at in range(len(groups))]
    listed = "".join(f"  - slug: {slug}\n    title: {name}\n" for slug, name in zip(groups, titles, strict=True))
    return f"---\ntitle: {title}\nsummary: About {title.lower()}\norder: {number}\ngroups:\n{listed}---\n# {title}\n"
