"""The fonts that pictures are drawn with: those that a site names, else those of the system."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from paperatlas.pages.pictures.characters import UnreadableFontError, characters_of

_SIMPLIFIED = 2
"""The place of the font with Chinese forms in Noto's and Source Han's collections."""
_KNOWN: Sequence[tuple[str, str, int]] = (
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", _SIMPLIFIED),
    ("NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf", 0),
    ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", 0),
    ("SourceHanSans.ttc", "SourceHanSans.ttc", _SIMPLIFIED),
    ("SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf", 0),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", 0),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", 0),
    ("PingFang.ttc", "PingFang.ttc", 0),
    ("Hiragino Sans GB.ttc", "Hiragino Sans GB.ttc", 0),
    ("msyh.ttc", "msyhbd.ttc", 0),
    ("wqy-zenhei.ttc", "wqy-zenhei.ttc", 0),
    ("segoeui.ttf", "segoeuib.ttf", 0),
    ("Arial Unicode.ttf", "Arial Unicode.ttf", 0),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", 0),
)
"""The fonts that are looked for: their plain and their bold file, and where in it. Free ones with Chinese come first,
so that a site looks the same wherever one of them is installed."""
_FOLDERS = {
    "win32": ("%WINDIR%/Fonts", "%LOCALAPPDATA%/Microsoft/Windows/Fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
}
_OTHER_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font with its bold one, which may be the same, and a digest of both; of a collection each has the `number`."""

    plain: Path
    bold: Path
    number: int
    digest: str
    characters: tuple[frozenset[int], ...]
    """The code points of the plain and of the bold font."""

    def missing(self, text: str) -> str:
        """Return the characters of a text that it lacks, each once."""
        lacking = (
            each for each in text if not each.isspace() and any(ord(each) not in font for font in self.characters)
        )
        return "".join(dict.fromkeys(lacking))


def typefaces(named: Iterable[Path]) -> tuple[Typeface, ...]:
    """Return the typefaces of a site, the first choice first. Raises `UnreadableFontError` for one that it names."""
    found = []
    for path in named:
        try:
            found.append(read_typeface(path, path))
        except (OSError, UnreadableFontError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise UnreadableFontError(f"'{path.name}': {reason}") from error
    return (*found, *_installed())


@lru_cache(maxsize=32)  # more than anyone names; a font has 20 MB, and is read once for all languages of a site
def read_typeface(plain: Path, bold: Path, number: int = 0) -> Typeface:
    """Read a font and its bold one. Raises `OSError` and `UnreadableFontError`."""
    digest = hashlib.sha256()
    characters = []
    for font in (plain, bold):
        data = font.read_bytes()
        digest.update(hashlib.sha256(data).digest())
        characters.append(characters_of(data, number))
    return Typeface(plain, bold, number, digest.hexdigest(), tuple(characters))


@lru_cache(maxsize=1)
def _installed() -> tuple[Typeface, ...]:
    """Return those of the known fonts that are installed; one that cannot be read counts as none."""
    files = {path.name: path for path in _font_files()}
    found = []
    for plain, bold, number in _KNOWN:
        if plain in files:
            try:
                found.append(read_typeface(files[plain], files.get(bold, files[plain]), number))
            except (OSError, UnreadableFontError):
                continue
    return tuple(found)


def _font_files() -> Iterator[Path]:
    """Yield the files in the folders of fonts; the first of a name would be the last of a mapping."""
    folders = _FOLDERS.get(sys.platform, _OTHER_FOLDERS)
    for folder in reversed([os.path.expandvars(os.path.expanduser(each)) for each in folders]):  # noqa: PTH111
        for here, _, names in os.walk(folder):
            yield from (Path(here, name) for name in sorted(names, reverse=True))


def undrawable(text: str) -> str:
    """Return the characters that no font alone draws right, each once.

    These are marks that stand on others, and scripts that run from right to left: drawn one after the other they would
    not be what was written.
    """
    wrong = (
        each for each in text if unicodedata.category(each)[0] == "M" or unicodedata.bidirectional(each) in ("R", "AL")
    )
    return "".join(dict.fromkeys(wrong))
