"""Small libraries of chance, made to be full of ties, capitals, signs and both scripts."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from tests.citations.rows import citations
from tests.similarity.papers import entry

WORDS = [
    *[
        "noise",
        "schedule",
        "Noise",
        "reverse",
        "process",
        "Reverse-process",
        "langevin",
        "Langevin",
        "the",
        "of",
        "GAN",
        "GANs",
        "DDIM",
        "score",
        "scores",
    ],
    *[
        "Inception",
        "inception",
        "3d",
        "zero-shot",
        "naïve",
        "Schrödinger",
        "ＤＤＰＭ",
        "diffusion",
        "models",
        "model",
        "fast",
        "flow",
        "Flow",
    ],
    *[
        "反向过程",
        "噪声",
        "噪声日程",
        "采样步数",
        "步采样",
        "扩散模型",
        "模型",
        "训练中",
        "的",
        "用DDPM训练",
        "减少采样",
    ],
]
SIGNS = [" ", " ", " ", " ", ", ", ". ", "-", "\n", "; ", ""]
METHODS = ["", "", "DDIM", "GAN", "Flow", "Fast Flow", "ＤＤＰＭ", "噪声"]
AUTHORS = ["Poe, Ann", "Song, Jiaming", "Ermon, Stefano", "Roe, Bo", "Doe, Cy", "Loe, Di"]
PLACES = ["", "one", "one/first", "one/second", "two", "two/first", "two, one/first"]
KEYS = [f"p{number}" for number in range(26)]
RELATIONS = ["extends", "uses"]


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A library: the fields of each entry by key, and the sentences of a note as the keys that each cites."""

    entries: dict[str, dict[str, str]]
    sentences: list[list[str]] = field(default_factory=list)
    citations: list[list[str]] = field(default_factory=list)
    """Which paper cites which; some of them may not be there."""

    def files(self) -> dict[str, str]:
        """Write it as the files of a site."""
        known = self.entries
        entries = [
            entry(
                key,
                **{
                    name: value for name, value in fields.items() if value and (name not in RELATIONS or value in known)
                },
            )
            for key, fields in known.items()
        ]
        cited = [[key for key in keys if key in known] for keys in self.sentences]
        sentences = " ".join(f"One [{'; '.join(f'@{key}' for key in keys)}] is." for keys in cited if keys)
        files = {"bib/a.bib": "\n".join(entries), "docs/some.md": f"# Some\n\n{sentences}\n"}
        rows = sorted({" ".join(pair) for pair in self.citations if set(pair) <= known.keys()})
        files["bib/citations.tsv"] = citations(*rows)
        for slug in ("one", "two"):
            groups = "  - {slug: first, title: First}\n  - {slug: second, title: Second}\n"
            files[f"docs/directions/{slug}.md"] = f"---\ntitle: {slug}\ngroups:\n{groups}---\n# {slug}\n"
        return files


def words(chance: random.Random, most: int) -> str:
    """A text of some words of few."""
    return "".join(chance.choice(WORDS) + chance.choice(SIGNS) for _ in range(chance.randrange(most + 1))).strip()


def fields(chance: random.Random) -> dict[str, str]:
    """The fields of an entry."""
    return {name: value_of(name, chance) for name in FIELDS}


def value_of(name: str, chance: random.Random) -> str:
    """The value of a field, often none."""
    if name == "title":
        return words(chance, 5) or "Untitled"
    if name in {"abstract", "abstract_zh"}:
        return words(chance, 25) if chance.random() < 0.7 else ""
    if name == "author":
        return " and ".join(chance.sample(AUTHORS, chance.randrange(3)))
    if name in RELATIONS:
        return chance.choice(KEYS) if chance.random() < 0.1 else ""
    return chance.choice({"shorttitle": METHODS, "keywords": PLACES}[name])


FIELDS = ["title", "abstract", "abstract_zh", "shorttitle", "author", "keywords", *RELATIONS]


def made_up(chance: random.Random) -> MadeUp:
    """A library of up to 26 papers."""
    keys = chance.sample(KEYS, chance.randrange(len(KEYS) + 1))
    return MadeUp(
        {key: fields(chance) for key in keys},
        [sentence(chance) for _ in range(chance.randrange(6))],
        [chance.sample(KEYS, 2) for _ in range(chance.choice([0, 5, 60]))],
    )


def sentence(chance: random.Random) -> list[str]:
    """The keys that a sentence cites."""
    return chance.sample(KEYS, chance.randrange(1, 5))


def edited(library: MadeUp, chance: random.Random) -> MadeUp:
    """Make one edit of any kind: an entry comes, goes, is renamed or changes a field; a note cites others."""
    entries = dict(library.entries)
    kind = chance.choice(["add", "remove", "key", "note", "cite", "order", *FIELDS])
    if kind == "cite":
        added = [chance.sample(KEYS, 2) for _ in range(chance.randrange(4))]
        return replace(library, citations=[*library.citations[chance.randrange(3) :], *added])
    if kind == "note":
        return replace(library, sentences=[*library.sentences[chance.randrange(2) :], sentence(chance)])
    if kind == "add" or not entries:
        entries[chance.choice(KEYS)] = fields(chance)
        return replace(library, entries=entries)
    key = chance.choice(list(entries))
    if kind == "remove":
        del entries[key]
    elif kind == "key":
        entries[chance.choice(KEYS)] = entries.pop(key)
    elif kind == "order":
        entries = {key: entries.pop(key), **entries}
    else:
        entries[key] = {**entries[key], kind: value_of(kind, chance)}
    return replace(library, entries=entries)
