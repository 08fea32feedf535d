"""Text with marks, as plain text, HTML and BibTeX."""

from __future__ import annotations

from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.model.marked_text import MarkedText, plain


def test_plain_text_becomes_bibtex() -> None:
    text = "100% of R&D_1 #2 {x} ~ ^ \\ $"
    marked = MarkedText.of(text)
    assert marked.text == str(marked) == text
    assert plain(decode(marked.bibtex).nodes) == text
    assert not MarkedText.of("")
