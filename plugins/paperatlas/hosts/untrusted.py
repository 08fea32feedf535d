"""The HTML of notes by people who are not trusted, without what could run, load or cover something.

What a note can say stays: text and its marks, lists, tables, links, pictures, code, what Markdown's extensions make.
What PaperAtlas puts into a page comes later, or in the place of marks that pass.
"""

from __future__ import annotations

import re
from functools import cache, partial
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING

from paperatlas.bibliography.model.identifiers import LINKED_SCHEMES
from paperatlas.diagnostics.extras import install_command
from paperatlas.pages.hand_written import MARKERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MISSING = (
    "The option 'untrusted_notes' needs the package nh3, without which the HTML of notes would be published as it is. "
    f"Install it: {install_command('untrusted')}."
)
_ELEMENTS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "input", "ins", "kbd", "label", "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s",
    "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "svg", "path", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
})  # fmt: skip
_ATTRIBUTES = {
    "*": {"aria-hidden", "aria-label", "class", "dir", "id", "lang", "role", "title"},
    "a": {"href", "hreflang"},
    "details": {"open"},
    "div": {"data-pa-cited"},
    "img": {"align", "alt", "height", "loading", "src", "width"},
    "input": {"checked", "disabled", "name"},
    "label": {"for"},
    "ol": {"reversed", "start", "type"},
    "path": {"d"},
    "span": {"data-pa-cited"},
    "svg": {"viewbox", "viewBox", "xmlns"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
_CLASS = re.compile(
    r"admonition(-title)?|tabbed-(set|alternate|labels|content|block|button|control)|highlight(table)?|lineno(s|div)|code"
    r"|filename|hll|normal|emojione|footnote(-\w+)?|headerlink|toc(link)?|task-list(-\w+)?|arithmatex|mermaid|critic|keys|key-[\w-]+|grid|cards"
    r"|annotate|inline|end|twemoji|magiclink|language-[\w#+-]+|md-button(--primary)?|[a-z][a-z0-9]{0,2}"
    r"|abstract|attention|bug|caution|check|cite|danger|done|error|example|fail(ure)?|faq|help|hint|important|info|missing|note"
    r"|question|quote|snippet|success|summary|tip|tldr|todo|warning"
)
"""Classes that Markdown's extensions and Pygments make. A theme's own put what has them over the page, as ours do."""
_THEMES_ID = re.compile(r"__(?!(?:tabbed|code|codelineno|span|toggle)[-_]\d)")
"""What identifies parts of a theme, whose scripts would take what has it for their own: Material's read `#__config`."""
_FIELD = re.compile(r"""<input(?![^>]* type="(?:checkbox|radio)")[^>]*>""")
"""What readers could write into, which would ask them for what it likes."""
_TOKEN = "\ue000paperatlas{}\ue000"  # noqa: S105 - a place in a text
_PLACES = {marker: _TOKEN.format(number) for number, marker in enumerate(MARKERS)}


def can_sanitise() -> bool:
    """Return whether the package is there."""
    return find_spec("nh3") is not None


def unsafe(anything: Iterable[str]) -> str:
    """Report what of a configuration lets notes include any file of the machine, or of the web."""
    return (
        f"The option 'untrusted_notes' cannot be kept with {', '.join(anything)}: a note could publish any file of the "
        "machine that builds the site. Take it out of the configuration, and include files of the repository by "
        "pymdownx.snippets."
    )


def sanitise(html: str) -> str:
    """Return the HTML that Markdown made of a note, with nothing in it that acts."""
    for marker, place in _PLACES.items():
        html = html.replace(marker, place)
    html = _FIELD.sub("", _cleaner()(html))
    for marker, place in _PLACES.items():
        html = html.replace(place, marker)
    return html


def _attribute(_element: str, name: str, value: str) -> str | None:
    """Return the value that an attribute may have; None takes it away."""
    if name == "class":
        return " ".join(filter(_CLASS.fullmatch, value.split())) or None
    return None if name == "id" and _THEMES_ID.match(value) else value


def text_of(title: str) -> str:
    """Return a title as HTML that is nothing but text, for a theme that writes it as it is."""
    return re.sub(r"[<>]", lambda match: escape(match[0]), title)


@cache
def _cleaner() -> Callable[[str], str]:
    import nh3  # noqa: PLC0415 - an optional package

    return partial(
        nh3.clean,
        tags=set(_ELEMENTS),
        clean_content_tags={"script", "style"},
        attributes={name: set(values) for name, values in _ATTRIBUTES.items()},
        attribute_filter=_attribute,
        tag_attribute_values={"input": {"type": {"checkbox", "radio"}}},
        url_schemes={*LINKED_SCHEMES, "mailto"},
        link_rel=None,
    )
