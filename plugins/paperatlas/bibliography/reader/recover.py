"""Reading a block that breaks the grammar: everything in it that leaves no doubt, and a report of the rest.

The only marks it trusts are those people do not forget: a line that looks like `name = {` begins a field,
whatever the braces before it say.
"""

from __future__ import annotations

import re

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.spacing import end_of
from paperatlas.bibliography.model.complaints import Complaint
from paperatlas.bibliography.reader.recover_value import ONE_NAME, ValueReader, short, skip_space
from paperatlas.bibliography.reader.split import ADDRESS_KEY, RawEntry, RawField

NEXT_HEAD = re.compile(r"@[ \t]*[A-Za-z]+\s*\{[^\s,{}\"=]+\s*,")
"""What can only be the beginning of another entry."""

_HEAD = re.compile(r"@[ \t]*([^\s@{}(),=\"#%'\\]*)\s*([{(])\s*")
_BARE_HEAD = re.compile(r"@[ \t]*([A-Za-z]+)[ \t]+(?=[^\s,{]+[ \t]*,)")
_KEY = re.compile(rf"({ADDRESS_KEY}|[^,=\"{{}}\n]*)(,?)")
_SPACED_NAME = re.compile(r"([^\s\"#%'(),={}@]++(?:[ \t]++[^\s\"#%'(),={}@]++)*+)\s*+=(?!=)\s*+")
_NAME_WITHOUT_EQUALS = re.compile(r"([A-Za-z][\w-]*+)\s*+(?:(?:[:：＝]|:=|=>)\s*+)?(?=[{\"])")
_STRAY_END = re.compile(r"[,\n})]")
_FULL_WIDTH = {"，": ",", "、": ",", "；": ",", "＝": "=", "｛": "{", "｝": "}"}
"""What an input method for Chinese writes where BibTeX wants a sign of ASCII."""
_EXTRA = re.compile(r"[,\s]*(\})")
_FILLING = re.compile(r"[,}\s]*+")
_VALUE_START = re.compile(r"[{\"\w]")


def recover(text: str) -> tuple[RawEntry | None, tuple[Complaint, ...]]:
    """Return the entry a block's text was meant to be, and what had to be guessed; None if nothing can be read."""
    reader = _EntryReader(text)
    return reader.entry(), tuple(reader.complaints)


class _EntryReader(ValueReader):
    """Reads an entry from left to right."""

    def entry(self) -> RawEntry | None:
        """Return the whole entry."""
        head = _HEAD.match(self.text)
        if head is None and (head := _BARE_HEAD.match(self.text)) is not None:
            self.complain(rules.MISSING_OPENING, head.end(1), type=head[1])
        if head is None:
            return None
        self.closer = ")" if self.text[head.end(1) : head.end()].strip() == "(" else "}"
        if not head[1]:
            self.complain(rules.MISSING_TYPE, 0)
        self.at = head.end()
        key = self._key()
        fields: list[RawField] = []
        while (field := self._field()) is not None:
            fields.append(field)
        if not key and not fields:
            return None
        return RawEntry(head[1].lower() or "misc", key, head.end(), tuple(fields), self.at)

    def _key(self) -> str:
        """Return the citation key; empty where a field or the end follows at once."""
        match = _KEY.match(self.text, self.at)
        if match is None:
            return ""
        if "=" not in match[1] and (
            ONE_NAME.match(self.text, self.at) or _NAME_WITHOUT_EQUALS.match(self.text, self.at)
        ):
            return ""
        key = match[1].strip()
        if match[2]:
            self.at = match.end()
        elif key:
            self.at = match.end()
            if ONE_NAME.match(self.text, skip_space(self.text, self.at)):
                sign = key[-1] if _FULL_WIDTH.get(key[-1]) == "," else ""
                variant = "full-width" if sign else "key"
                key = key.removesuffix(sign)
                self.complain(rules.MISSING_COMMA, match.end(1) - len(sign), variant, key=short(key), sign=sign)
                if not sign and not re.search(r"[\s%]", key):
                    self.add_comma(match.start(1) + len(match[1].rstrip()))
        return key

    def _field(self) -> RawField | None:
        """Return the next field, or None at the end of the entry."""
        while not self._ended():
            start = self.at
            name = self._name()
            if name is None:
                self._skip_stray()
                continue
            self.at = name.end()
            pieces = self.value(name[1])
            if " " in name[1] or "\t" in name[1]:
                self.complain(rules.ODD_FIELD_NAME, start, "", len(name[1]), name=short(name[1]))
            return RawField(name[1], name.start(1), pieces)
        return None

    def _ended(self) -> bool:
        """Move to the next field, or over the end of the entry; whether that was the end."""
        while True:
            self._skip()
            if self.at >= len(self.text) or NEXT_HEAD.match(self.text, self.at):
                self.complain(rules.UNCLOSED_BRACE, 0, "entry", closer=self.closer)
                return True
            if self.text[self.at] not in {self.closer, "}"}:
                return False
            if self._closes():
                return True

    def _skip(self) -> None:
        """Move over white space, commas and `%` comments between fields."""
        while True:
            self.at = skip_space(self.text, self.at)
            if self.text.startswith(",", self.at):
                self.at += 1
            elif self.text.startswith("%", self.at):
                end = self.text.find("\n", self.at)
                end = len(self.text) if end < 0 else end
                self.complain(rules.COMMENT_IN_ENTRY, self.at, "", end - self.at)
                self.at = end
            else:
                return

    def _closes(self) -> bool:
        """Move over a closing brace; whether it closes the entry, and is not one too many.

        A brace on a line of its own closes the entry even where fields follow: they may be the remains of an
        entry that lost its head, and it is worse to give an entry another's fields than to read none.
        """
        brace = self.at
        self.at += 1
        name = ONE_NAME.match(self.text, end_of(_FILLING, self.text, self.at))
        if name is not None and _VALUE_START.match(self.text, name.end()):
            alone = not self.text[self.text.rfind("\n", 0, brace) + 1 : brace].strip()
            if self.missing < 0 and not alone:
                self.missing += 1
                self.complain(rules.STRAY_BRACE, brace, "", 1)
                return False
            self.complain(rules.FIELD_OUTSIDE, name.start(), "", len(name[1]), name=short(name[1]))
        extra = _EXTRA.match(self.text, self.at)
        if extra is not None:
            self.complain(rules.STRAY_BRACE, extra.start(1), "", 1)
        return True

    def _name(self) -> re.Match[str] | None:
        """Return the name of a field that begins here; a name of several words only where nothing else can stand."""
        match = ONE_NAME.match(self.text, self.at)
        if match is None and self.text[max(0, self.at - 80) : self.at].rstrip(" \t")[-1:] in {"\n", ","}:
            match = _SPACED_NAME.match(self.text, self.at)
        if match is None and (match := _NAME_WITHOUT_EQUALS.match(self.text, self.at)) is not None:
            self.complain(rules.STRAY_TEXT, self.at, "equals", name=match[1])
        return match

    def _skip_stray(self) -> None:
        """Move over text that is no field, to the next comma, line or closing brace."""
        start = self.at
        match = _STRAY_END.search(self.text, start + 1)
        self.at = match.start() if match else len(self.text)
        text = self.text[start : self.at]
        sign = next((sign for sign in text if sign in _FULL_WIDTH), "")
        variant, plain = "full-width" if sign else "", _FULL_WIDTH.get(sign, "")
        self.complain(rules.STRAY_TEXT, start, variant, self.at - start, text=short(text), sign=sign, plain=plain)
