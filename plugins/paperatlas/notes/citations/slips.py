"""Citations that somebody meant and nobody will see: LaTeX's commands, keys without a semicolon, and within links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography.model.complaints import SourceBlock
from paperatlas.diagnostics.problem import Problem
from paperatlas.notes.body import Body
from paperatlas.notes.citations.find import KEY
from paperatlas.notes.citations.masking import blank_code
from paperatlas.notes.citations.rules import CITATION_IN_LINK, LATEX_CITATION, LOST_CITATION

_LATEX = re.compile(r"\\(?:auto|foot|full|paren|text)?cite[a-z]*\*?(?:\[[^\[\]\n]*\])*\{(?P<keys>[^{}\n]+)\}")
_ROLE = re.compile(r"(?:\{cite(?::[a-z]+)?\}|:cite(?::[a-z]+)?:)`(?P<keys>[^`\n]+)`")
"""A citation as Sphinx and MyST have it: its keys stand where Markdown has code."""
_BRACES = re.compile(
    r"\{\{#cite[ \t]+@?(?P<keys>[^{}\n]+?)[ \t]*\}\}|\[cite(?:/[a-z/-]+)?:[ \t]*@?(?P<org>[^\[\]\n]+)\]"
)
"""A citation as mdBook has it, and as Org does, of which Pandoc would take `cite:` for words before the key."""
_IN_LINK = re.compile(rf"(?<![!\\])\[[^\[\]\n]*(?P<cited>\[[^\[\]\n@]*@{KEY}[^\[\]\n]*\])[^\[\]\n]*\]\(")
"""The text of a link with a citation in brackets in it; a key alone, `[@name](https://…)`, names someone elsewhere."""
_FURTHER = re.compile(rf"(?<![\w.])@{KEY}")


def citation_slips(body: Body, block: SourceBlock, body_start: int) -> Iterator[Problem]:
    """Yield NOT014, NOT015 and NOT016 for the body of a page, which begins at an offset of the block of its file."""
    if "cite" in body.text and ("\\" in body.text or "`" in body.text):
        without_code = blank_code(body.text)
        roles = (match for match in _ROLE.finditer(body.text) if without_code[match.start()] == match[0][0])
        for match in (*_LATEX.finditer(without_code), *roles):
            keys = [key.strip() for key in match["keys"].split(",") if key.strip()]
            written = f"[{'; '.join(f'@{key}' for key in keys)}]"
            span = block.span(body_start + match.start(), len(match[0]))
            yield LATEX_CITATION.at(span, text=match[0], written=written)
    if "#cite" in body.text or "[cite" in body.text:
        for match in _BRACES.finditer(blank_code(body.text)):
            keys = [key.strip(" @") for key in re.split("[;,]", match["keys"] or match["org"])]
            written = f"[{'; '.join(f'@{key}' for key in keys if key)}]"
            span = block.span(body_start + match.start(), len(match[0]))
            yield LATEX_CITATION.at(span, text=match[0], written=written)
    if "](" in body.text and "@" in body.text:
        for match in _IN_LINK.finditer(blank_code(body.text)):
            span = block.span(body_start + match.start("cited"), len(match["cited"]))
            yield CITATION_IN_LINK.at(span, text=match["cited"])
    for cluster in body.clusters:
        for citation in cluster.citations:
            for match in _FURTHER.finditer(citation.suffix):
                key = match["braced"] or match["bare"]
                span = block.span(body_start + citation.start).covering(citation.key)
                yield LOST_CITATION.at(span, key=key, first=citation.key)
