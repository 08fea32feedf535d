"""The first sentences of a page, as they describe it in a line."""

from __future__ import annotations

import pytest

from paperatlas.notes.document import read_document
from paperatlas.notes.opening import LONGEST
from paperatlas.text.shortened import shortened

SENTENCE = "A flow maps noise to data, and is undone step by step to find out how likely a picture is. "


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("", ""),
        ("# Title\n", ""),
        ("# Title\nOne sentence.", "One sentence."),
        ("Title\n=====\n\nOne sentence.", "One sentence."),
        ("---\ntitle: A\n---\n# A\n\n## What it is\n\nOne. Two!\n\nThree.", "One. Two!"),
        # As many sentences as there is room for, and no half ones.
        (SENTENCE + SENTENCE, SENTENCE.strip()),
        ("Short one. " + SENTENCE + "It is three of them now, of which the last one has no room any more.", f"Short one. {SENTENCE.strip()}"),
        # What would say too little goes on.
        ("Yes. " + "word " * 60, "Yes. " + "word " * 29 + "word…"),
        ("扩散模型由两个过程组成。" + "一" * 200 + "。", "扩散模型由两个过程组成。" + "一" * 147 + "…"),
        # Not at an abbreviation or an initial.
        (f"They follow J. Ho et al. closely, e.g. in {'x' * 90} and elsewhere. {'Y' * 90}.", f"They follow J. Ho et al. closely, e.g. in {'x' * 90} and elsewhere."),
        ("他说：“好。”然后走了。", "他说：“好。”然后走了。"),
        # Marks, links, citations, formulas, HTML.
        ("A *flow* [@nice; see @glow, p. 3] is `code`, **bold** and _thin_, see [there](x.md).", "A flow is code, bold and thin, see there."),
        ("The rate $\\beta_t$ costs \\$5 &amp; more[^1].", "The rate βₜ costs $5 & more."),
        ('<p class="pa-lead">A map<br> of flows.</p>', "A map of flows."),
        ("![Picture](a.png) A [page][ref] at <https://example.org>.{: .x }", "A page at https://example.org."),
        ("@glow shows it.", "@glow shows it."),
        # What is no prose is passed over.
        ("- one\n- two\n\nProse.", "Prose."),
        ("1. one\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n\nProse.", "Prose."),
        ("!!! note\n    Inside.\n\nProse.", "Prose."),
        ("```\ncode\n\nmore\n```\n\n    indented\n\nProse.", "Prose."),
        ("<!-- paperatlas: directions -->\n\n<!-- no\n\nprose -->\n\n---\n\nProse.", "Prose."),
        ("[TOC]\n\n[ref]: https://example.org\n\n*[HTML]: words\n\n--8<-- \"part.md\"\n\n$$x = 1$$\n\nProse.", "Prose."),
        ("![Only a picture](a.png)\n\nProse.", "Prose."),
    ],
)  # fmt: skip
def test_opening(text: str, opening: str) -> None:
    document, _ = read_document(text, "docs/a.md", "a.md")
    assert document.opening == opening
    assert len(opening) <= LONGEST


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("one two", 7, "one two"),
        ("one two three", 9, "one two…"),
        ("one, two", 4, "one…"),
        ("x" * 20, 5, "xxxxx…"),
        ("一二三，四五", 4, "一二三…"),
    ],
)
def test_shortened(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short
