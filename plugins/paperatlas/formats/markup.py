"""HTML, JATS and MathML in titles, as plain text."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser

from paperatlas.text.word_lists import words_in

_SUBSCRIPTS = str.maketrans("0123456789+-=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ")
_SUPERSCRIPTS = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_TABLES = {"sub": _SUBSCRIPTS, "sup": _SUPERSCRIPTS}

_SCRIPT_TAGS = {"sub": "sub", "sup": "sup", "inf": "sub"}
_MATH_SCRIPTS = {"msub": ("sub",), "msup": ("sup",), "msubsup": ("sub", "sup")}
"""MathML's elements with scripts: what their second and third child are."""
_UNREAD = frozenset({"annotation", "annotation-xml", "script", "style", "fn", "xref"})
_TRANSPARENT = words_in(
    "i b em strong it italic bold u underline sc scp small-caps small tt code span font a roman sans- "
    "serif monospace named-content styled-content inline-formula disp-formula alternatives tex-math inline-graphic "
    "bdi math mrow mi mn mo mtext mstyle mspace msqrt mfrac mover munder mfenced mpadded semantics mtable mtr mtd "
    "none munderover mroot menclose mphantom mmultiscripts mprescripts q ruby rb rt br label "
)
_BLOCKS = words_in("p title div sec section ul ol li list list-item blockquote")
"""Elements whose text stands apart from what is around them."""
_VOID = frozenset({"br", "inline-graphic", "mspace", "none", "mprescripts"})


def scripted(text: str, mark: str) -> str:
    """Return a subscript (`sub`) or superscript (`sup`) in Unicode's characters, where it has them for all of it."""
    changed = text.translate(_TABLES[mark])
    word = text.isalpha() and len(text) > 1
    if not word and all(old != new for old, new in zip(text, changed, strict=True)):
        return changed
    return text if word and text.isascii() else f"{'^' if mark == 'sup' else '_'}{text}"


class Markup(HTMLParser):
    """Collects the text of a fragment; an element it does not know is text as well (`a <b> c`)."""

    def __init__(self, from_tex: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self._from_tex = from_tex
        self._open: list[tuple[str, list[str], list[int]]] = [("", [], [0])]

    @classmethod
    def text_of(cls, fragment: str, from_tex: Callable[[str], str]) -> str:
        """Return the text of a fragment; `from_tex` reads the LaTeX that JATS holds."""
        if "<" not in fragment:
            return fragment
        parser = cls(from_tex)
        # Behind the last `>` no tag is whole; Python's parser would read on to the end from each `<`.
        last = fragment.rfind(">") + 1
        parser.feed(fragment[:last])
        parser.close()
        parser.handle_data(unescape(fragment[last:]))
        while len(parser._open) > 1:
            parser._close()
        return "".join(parser._open[0][1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin an element."""
        name = tag.rpartition(":")[2]
        if (
            name not in _TRANSPARENT
            and name not in _BLOCKS
            and name not in _SCRIPT_TAGS
            and name not in _MATH_SCRIPTS
            and name not in _UNREAD
        ):
            self._open[-1][1].append(self.get_starttag_text() or "")
        elif name in _VOID:
            self._child()
            self._open[-1][1].append(" " if name == "br" else "")
        else:
            self._child()
            self._open.append((name, [], [0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Return an element without content."""
        before = len(self._open)
        self.handle_starttag(tag, attrs)
        if len(self._open) > before:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those within it that were never ended."""
        name = tag.rpartition(":")[2]
        if any(name == opened for opened, _, _ in self._open):
            while self._close() != name:
                pass

    def handle_data(self, data: str) -> None:
        """Text."""
        self._open[-1][1].append(data)

    def _child(self) -> None:
        """Count a child of the element that is open."""
        self._open[-1][2][0] += 1

    def _close(self) -> str:
        """Close the innermost element, and give its text to the one around it."""
        name, parts, _ = self._open.pop()
        text = "".join(parts)
        around, into, count = self._open[-1]
        if name in _UNREAD or (name == "tex-math" and around == "alternatives"):
            text = ""
        elif name == "tex-math":
            text = self._from_tex(text)
        elif name in _SCRIPT_TAGS:
            text = scripted(text.strip(), _SCRIPT_TAGS[name])
        elif name in _BLOCKS:
            text = f" {text} "
        scripts = _MATH_SCRIPTS.get(around, ())
        if scripts and 2 <= count[0] <= len(scripts) + 1:
            text = scripted(text.strip(), scripts[count[0] - 2])
        elif around in _MATH_SCRIPTS or name in ("mi", "mn", "mo"):
            text = text.strip()
        into.append(text)
        return name
