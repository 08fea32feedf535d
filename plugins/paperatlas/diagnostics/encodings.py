"""The encoding of a source file: as its byte order mark or first lines name it, or as its bytes let one guess."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mark_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark that a file's bytes begin with, and the encoding it names; UTF-8 without one."""
    return next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))


WINDOWS_1252 = "cp1252"
ENCODING_NAMES = {
    "cp1252": "Windows-1252 (Latin-1)",
    "gb18030": "GB 18030",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8-r": "KOI8-R (Cyrillic)",
    "cp850": "code page 850 (DOS)",
    "mac-roman": "Mac Roman",
}
"""What people call the encodings that are guessed."""
_DECLARED = re.compile(rb"%[^\n]{0,40}?\b(?:en)?coding\s*[:=]\s*([\w.-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 1000
"""In how many bytes JabRef's `% Encoding: ISO8859_2` stands, or what tells an editor."""
_TRUSTED = re.compile(r"iso8859-\d+|cp\d+|koi8-[rutk]|mac-\w+|gbk?|gb2312|gb18030|big5\w*|shift_jis\w*|euc_\w+")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_IN_WORDS = re.compile(rb"(?<=[A-Za-z])[\x80-\x84\x86-\x90\x98-\x9f\xa0-\xa5](?=[a-z])")
"""Bytes within words that are letters of DOS and Mac OS, and signs in Windows-1252, but not its quotes and dashes."""
_DOS_LETTERS = b"\x81\x82\x84\x87\x8a\x94\xa0\xa1\xa2\xa3\xa4"
_MAC_LETTERS = b"\x87\x8a\x8d\x8e\x8f\x9a\x9f"


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a comment in the first lines of a file names, if it is one of texts and not UTF-8."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    try:
        name = codecs.lookup(match[1].decode()).name if match else ""
    except LookupError:
        return None
    return name if _TRUSTED.fullmatch(name) else None


def guessed_encoding(data: bytes) -> str:
    """Return the encoding of bytes that are not UTF-8: what they declare, or what their pattern is that of.

    Chinese bytes come in pairs of the common range of GB 18030; Cyrillic words are runs of bytes from C0 on; DOS and
    Mac OS have letters where Windows-1252 has signs. All else is read as Windows-1252.
    """
    return declared_encoding(data) or _cyrillic(data) or _chinese(data) or _of_old_systems(data) or WINDOWS_1252


def _cyrillic(data: bytes) -> str | None:
    runs = [run for run in _HIGH_RUN.findall(_UTF8.sub(b" ", data)) if len(run) > 2]
    letters = b"".join(runs)
    # Second bytes of GB 18030 begin at A1: in a third of the pairs they are below C0.
    if len(letters) < 6 or sum(byte >= 0xC0 for byte in letters) < 0.97 * len(letters):
        return None
    small = sum(byte >= 0xE0 for byte in letters)
    return "cp1251" if small * 2 > len(letters) else "koi8-r"


def _chinese(data: bytes) -> str | None:
    pairs = singles = longest = 0
    for run in _HIGH_RUN.findall(data):
        longest = max(longest, len(run))
        if len(run) % 2 == 0 and all(byte >= 0xA1 for byte in run):
            pairs += len(run) // 2
        else:
            singles += 1
    return "gb18030" if pairs > 4 * singles and longest >= 4 else None


def _of_old_systems(data: bytes) -> str | None:
    bare = _UTF8.sub(b" ", data)
    found = b"".join(_IN_WORDS.findall(bare))
    if not found or max(bare) >= 0xE2:
        return None
    dos, mac = (sum(byte in letters for byte in found) for letters in (_DOS_LETTERS, _MAC_LETTERS))
    return None if not (dos or mac) else "cp850" if dos >= mac else "mac-roman"
