"""Values that are no LaTeX: addresses, identifiers, file names."""

from __future__ import annotations

import re

from paperatlas.text.control_characters import without_controls

_NAMED = {
    "textasciitilde": "~", "sim": "~", "tilde": "~", "thicksim": "~", "textunderscore": "_", "textampersand": "&",
    "textpercent": "%", "textnumbersign": "#", "textdollar": "$", "textless": "<", "textgreater": ">", "less": "<",
    "greater": ">", "mathsemicolon": ";", "textbar": "|", "textasciicircum": "^", "textquotesingle": "'",
    "textbackslash": "\\", "slash": "/", "lbrace": "{", "rbrace": "}",
}  # fmt: skip
r"""Commands that people, Mendeley (`{\textless}`) and Crossref (`$\less$`, `$\mathsemicolon$`) write for one sign."""

_NAME = "|".join(_NAMED)
_SIGN = rf"""
    \\[~^]\{{\}} | \\[~^](?![A-Za-z{{]) | \\[_%&\#{{}}$]       # \~{{}}, \~, \_ and their like
  | \\(?:{_NAME})(?:\{{[\\;,\s]*\}}|[ ]|(?![A-Za-z]))          # \textasciitilde{{}}, \textasciitilde
  | \\string\s*[~_%&\#^]
"""
_ESCAPED = re.compile(
    rf"""
    (?P<again>\{{\\textbackslash\}})(?=\\?[_%&\#~{{]) # what one program escaped, the next escaped again
  | \{{?\$(?:\\math[a-z]+|\\text[a-z]*)?\s*\{{?\s*(?P<math>{_SIGN}|[~_<>;&])\s*\}}?\$\}}?
  | \{{(?P<braced>{_SIGN}|\\~\{{\}}|[~_%&\#<>;:.,/^-])\}}
  | (?P<bare>{_SIGN})
    """,
    re.VERBOSE,
)
r"""Every way to write one sign: `\_`, `{\_}`, `{_}`, `$\_$`, `{\textasciitilde}`, `\~{}`, `$\sim$`, `$\tilde{}$`."""
_ENTITY = re.compile(r"&(?:amp;)*(amp|lt|gt|quot|apos|\#38|\#x26);", re.IGNORECASE)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "#38": "&", "#x26": "&"}
_ADDRESS = re.compile(
    r"\\(?:url|path|nolinkurl|burl|href|texttt)\s*\{((?:[^{}]|\{[^{}]*\})*)\}(?:\s*\{.*\})?", re.DOTALL
)
_IN_ANGLES = re.compile(r"<(?:url:)?([^<>]*)>", re.IGNORECASE)
_ANCHOR = re.compile(
    r"(?:doi|url)?:?\s*<a\s[^<>]*?\bhref\s*=\s*[\"']([^\"'<>]*)[\"'][^<>]*>[^<>]*</a>[.\s]*", re.IGNORECASE
)
_MARKDOWN = re.compile(r"\[[^\[\]]*\]\((https?://(?:[^()\s]|\([^()\s]*\))*)\)")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)

_MOST_LAYERS = 4
r"""`{\url{<https://…>}}` has three."""


def unescape(written: str) -> str:
    r"""Return a value as it is meant: without the backslashes, braces and commands that LaTeX wants for signs in it.

    What wraps the whole value (`\url{…}`, `\href{…}{…}`, `{…}`, `<…>`, a link of HTML or Markdown) is undone as well.
    """
    written = without_controls(written)
    if not ("\\" in written or "{" in written or "$" in written or "&" in written or "<" in written or "](" in written):
        return written
    text = written
    for _ in range(_MOST_LAYERS):
        inner = _inside(text)
        if inner is None:
            break
        text = inner
    if "\\" in text or "{" in text or "$" in text:
        text = _ESCAPED.sub(_sign, text)
    if "&" in text and ";" in text:
        text = _ENTITY.sub(lambda match: _ENTITIES[match[1].lower()], text)
    return text


def is_markup_link(written: str) -> bool:
    """Return whether a value is a link of HTML or Markdown, which `unescape` reads and other programs do not."""
    return ("<" in written or "](" in written) and any(link.fullmatch(written.strip()) for link in (_ANCHOR, _MARKDOWN))


def _inside(text: str) -> str | None:
    """Return what stands in the command, link, braces or angle brackets around a whole value; None if nothing does."""
    stripped = text.strip()
    wraps = (_ADDRESS, _IN_ANGLES, _ANCHOR, _MARKDOWN)
    match = next((match for wrap in wraps if (match := wrap.fullmatch(stripped))), None)
    if match is not None:
        return match[1].strip()
    return stripped[1:-1].strip() if stripped.startswith("{") and _closes_last(stripped) else None


def _closes_last(text: str) -> bool:
    """Return whether the brace that a text begins with is closed by its last character."""
    depth = 0
    for brace in _BRACES.finditer(text):
        depth += 1 if brace[0] == "{" else -1 if brace[0] == "}" else 0
        if depth == 0:
            return brace.end() == len(text)
    return False


def _sign(match: re.Match[str]) -> str:
    """Return the sign that is written."""
    if match["again"]:
        return ""
    written = match["math"] or match["braced"] or match["bare"]
    name = re.match(r"\\([A-Za-z]+)", written)
    if name is None:
        return written[1] if written[0] == "\\" else written
    return _NAMED.get(name[1]) or written.strip()[-1]
