from __future__ import annotations

import pytest

from paperatlas.diagnostics.problem import Span
from paperatlas.notes import body_of, read_document


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: 扩散模型\n---\n# Other\n", "扩散模型"),
        ("# Diffusion #\n", "Diffusion"),
        ("intro\n\n# Diffusion {#top}\n", "Diffusion"),
        ("## Second level\n", ""),
        ("", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    document, problems = read_document(text, "docs/a.md", "a.md")
    assert document.title == title
    assert problems == []


def test_mentions_have_place_and_sentence() -> None:
    text = "---\ntitle: A\n---\n# A\n\nFirst one. DDPM [@ddpm] is **slow**. Last.\n\n- item [@ddim; @x]\n"
    document, _ = read_document(text, "docs/a.md", "a.md")
    assert [(mention.key, mention.span, mention.sentence) for mention in document.mentions] == [
        ("ddpm", Span("docs/a.md", 6, 19, 6, 23), "DDPM is slow."),
        ("ddim", Span("docs/a.md", 8, 10, 8, 14), "item"),
        ("x", Span("docs/a.md", 8, 17, 8, 18), "item"),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("前一句。DDIM[@k]缩短了链条。后一句。", "DDIM缩短了链条。"),
        ("See [the page](a.md) and `code` [@k].", "See the page and code."),
        ("One paragraph\n\nAnother [@k]\nwith two lines\n", "Another with two lines"),
        ("Before. As @a [p. 3; @k] say. After.", "As @a say."),
        ("- item\n\n    Its second paragraph [@k].", "Its second paragraph."),
        ("[@k]", ""),
        # Footnotes, admonitions, tables, headings
        ("As said[^1] in [@k].[^2]", "As said in."),
        ("[^1]: As in [@k].\n[^2]: No", "As in."),
        ("[^1]: A\n[^2]: As in [@k].", "As in."),
        ('!!! note "Mind"\n    It is slow [@k].', "It is slow."),
        ("??? note\n\n    It is slow [@k].", "It is slow."),
        ("| DDPM | [@k] | slow |\n| GAN | | fast |", "DDPM · slow"),
        ("| A | B |\n| --- | --- |\n| GAN | fast [@k] |", "GAN · fast"),
        ("# Slow [@k]\nNext.", "Slow"),
        ("## Slow: it is [@k]\n\nNext.", "Slow: it is"),
    ],
)
def test_sentence(text: str, sentence: str) -> None:
    document, _ = read_document(text, "a.md", "a.md")
    assert document.mentions[0].sentence == sentence


def test_a_citation_in_code_stays_in_the_sentence_beside_it() -> None:
    document, _ = read_document("`Not. [@a]` and [@k] do.", "a.md", "a.md")
    assert [mention.sentence for mention in document.mentions] == ["[@a] and do."]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("# A\n", "# A"),
        ("\n\n# A", "# A"),
        ("---\ntitle: A\n---\n\n\n# A\n\n", "# A"),
        ("---\ntitle: a: b\n---\n# A\n", "# A"),
        ("---\ntitle: A\n---\n\n", ""),
    ],
)
def test_body_is_what_hosts_hand_over(text: str, body: str) -> None:
    document, _ = read_document(text, "a.md", "a.md")
    assert document.body.text == body
    for handed_over in (body, f"\n{body}", f"{body}\n"):
        assert body_of(handed_over, document) is document.body


def test_a_changed_body_is_parsed_again() -> None:
    document, _ = read_document("# A\n\n[@a]\n", "a.md", "a.md")
    for known in (document, None):
        body = body_of("{{ macro }} [@b]", known)
        assert [citation.key for cluster in body.clusters for citation in cluster.citations] == ["b"]


def test_citations_in_front_matter_do_not_count() -> None:
    document, _ = read_document("---\nsummary: as [@a]\n---\n", "a.md", "a.md")
    assert document.mentions == ()


def test_a_citation_in_the_text_stays_in_the_sentence() -> None:
    document, _ = read_document("As @ho [p. 3; @b] say [@c], it is slow.", "a.md", "a.md")
    assert [(mention.key, mention.in_text) for mention in document.mentions] == [
        ("ho", True),
        ("b", False),
        ("c", False),
    ]
    assert document.mentions[0].sentence == "As @ho say, it is slow."


@pytest.mark.parametrize("text", ["word [@k] ", "[@k; ", "词[@k]，"])
def test_a_sentence_is_made_once_for_all_its_citations(text: str) -> None:
    """And is no longer than a long one: what is stored of a citation holds its sentence."""
    document, _ = read_document(text * 5_000, "a.md", "a.md")
    assert len(document.mentions) == 5_000
    sentences = {id(mention.sentence): mention.sentence for mention in document.mentions}
    assert 1 < len(sentences) <= 5 * len(text) + 1
    assert max(map(len, sentences.values())) < 2_100
    assert all(mention.sentence is document.mentions[0].sentence for mention in document.mentions[:90])
