r"""Numbers and quantities as the package siunitx writes them: `\qty{10}{\micro\metre}` is `10 µm`.

The commands, units and what is printed by default are those of siunitx's manual (version 3, chapters 3 and 4); `\SI`
and its kin are the names of version 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperatlas.bibliography.model.marked_text import Marked, Node
from paperatlas.text.word_lists import words_in

ARGUMENTS = {
    "num": "n", "numrange": "nn", "numlist": "n", "numproduct": "n", "ang": "n", "unit": "u", "si": "u",
    "qty": "nu", "SI": "nu", "qtyrange": "nnu", "SIrange": "nnu", "qtylist": "nu", "SIlist": "nu", "qtyproduct": "nu",
}  # fmt: skip
"""A command -> its arguments, numbers and units."""

_PREFIXES = {
    "quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f", "pico": "p", "nano": "n",
    "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "deca": "da", "deka": "da", "hecto": "h", "kilo": "k",
    "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E", "zetta": "Z", "yotta": "Y", "ronna": "R",
    "quetta": "Q", "kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti", "pebi": "Pi",
}  # fmt: skip
_UNITS = {
    "metre": "m", "meter": "m", "gram": "g", "kilogram": "kg", "second": "s", "ampere": "A", "kelvin": "K",
    "mole": "mol", "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W",
    "coulomb": "C", "volt": "V", "farad": "F", "ohm": "Ω", "siemens": "S", "weber": "Wb", "tesla": "T", "henry": "H",
    "lumen": "lm", "lux": "lx", "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "katal": "kat", "radian": "rad",
    "steradian": "sr", "minute": "min", "hour": "h", "day": "d", "hectare": "ha", "litre": "L", "liter": "L",
    "tonne": "t", "dalton": "Da", "electronvolt": "eV", "astronomicalunit": "au", "bel": "B", "decibel": "dB",
    "neper": "Np", "degree": "°", "arcminute": "′", "arcsecond": "″", "degreeCelsius": "°C", "celsius": "°C",
    "percent": "%", "bit": "bit", "byte": "B", "angstrom": "Å", "bar": "bar", "barn": "b", "parsec": "pc",
    "lightyear": "ly", "year": "a", "atomicmassunit": "u", "molar": "M", "clight": "c",
}  # fmt: skip
_ABBREVIATED = {"degC": "°C"} | {
    word: word if word[0] != "u" else f"µ{word[1:]}"
    for word in words_in(
        "fg pg ng ug mg g kg pm nm um mm cm dm m km as fs ps ns us ms s fmol pmol nmol umol mmol mol kmol pA nA uA mA A"
        " kA ul ml l hl uL mL L hL mHz Hz kHz MHz GHz THz mN N kN MN Pa kPa MPa GPa Pa mV V kV uV nV pV uW mW W kW MW"
        " GW J uJ mJ kJ eV meV keV MeV GeV TeV kWh F fF pF nF uF mF H fH pH nH uH mH K dB amu kbit Mbit Gbit kB MB GB"
        " TB min"
    )
}
"""Abbreviations of siunitx are called what they print, but `u` for `µ`."""
_POWERS = {"square": "2", "squared": "2", "cubic": "3", "cubed": "3"}
_BEFORE = frozenset({"square", "cubic", "raiseto"})
_BEHIND = frozenset({"squared", "cubed", "tothe", "of"})
_RAISED_BEHIND = re.compile(r"\s*\\(?:squared|cubed|tothe)\b")
_MULTIPLIED = re.compile(r"(?<=[^\W\d_])[.~](?=[^\W\d_])")
"""A full stop or tie between two symbols."""
_SIGN = str.maketrans("-", "−")
_WITHOUT_SPACE = ("°", "′", "″")
_UNIT_TOKEN = re.compile(
    r"\\([A-Za-z]+)\s*(?:\{([^{}]*)\}|\[([^\[\]]*)\])?|\^\s*(?:\{([^{}]*)\}|([+-]?\w))|([^\\^]+)", re.DOTALL
)
_NUMBER = re.compile(r"(?P<digits>.*?)\s*(?:[eEdD](?P<power>[+-]?\d+))?\s*\Z", re.DOTALL)
_ANGLE_SIGNS = "°′″"


def printed_quantity(name: str, arguments: list[str]) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """Return what a command prints, and the commands in its units that siunitx does not know."""
    unknown: list[str] = []
    last = ARGUMENTS[name][-1] == "u"
    unit = tuple(_unit(arguments[-1], unknown)) if last else ()
    numbers = arguments[:-1] if last else arguments
    if name == "ang":
        return tuple(_angle(numbers[0])), ()
    if name.endswith(("list", "product")):
        numbers = re.split(r"\s*[;x]\s*" if name.endswith("product") else r"\s*;\s*", numbers[0].strip())
    quantities = [(*_number(number), *_joined(unit)) for number in numbers]
    if not quantities:
        return unit, tuple(unknown)
    found = list(quantities[0])
    for place, quantity in enumerate(quantities[1:], 2):
        final = " to " if name.endswith("range") else " × " if name.endswith("product") else " and "
        found += [final if place == len(quantities) or name.endswith("product") else ", ", *quantity]
    return tuple(found), tuple(unknown)


def _joined(unit: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a unit as it stands behind its number: with a space, but for degrees."""
    if not unit or (unit[0] in _WITHOUT_SPACE and len(unit) == 1):
        return unit
    return (" ", *unit)


def _number(written: str) -> Iterator[Node]:
    """Yield a number: `1.5e-3` is 1.5 × 10⁻³, and `1 +- 0.2` is 1 ± 0.2."""
    match = _NUMBER.fullmatch(written.strip())
    digits, power = (match["digits"], match["power"]) if match else (written, None)
    digits = re.sub(r"\s*(?:\+-|\\pm\s?)\s*", " ± ", digits).translate(_SIGN)
    yield digits if power is None else f"{digits} × 10" if digits else "10"
    if power is not None:
        yield Marked("sup", (power.lstrip("+").translate(_SIGN),))


def _angle(written: str) -> Iterator[Node]:
    """Yield an angle: `1;2;3` is 1°2′3″."""
    parts = zip(written.split(";"), _ANGLE_SIGNS, strict=False)
    yield "".join(f"{part.strip().translate(_SIGN)}{sign}" for part, sign in parts if part.strip())


def _unit(written: str, unknown: list[str]) -> Iterator[Node]:
    r"""Yield a unit: of symbols (`m/s`, `kg.m`), or of words (`\kilo\metre\per\second`), which are multiplied."""
    prefix, power, sign, begun = "", "", "", False
    text = written.strip()
    for token in _UNIT_TOKEN.finditer(text):
        word, argument = token[1], token[2] or token[3] or ""
        if word is None:
            yield _symbols(token)
        elif word == "per":
            sign = "−"
        elif word in _PREFIXES:
            prefix += _PREFIXES[word]
        elif word in _BEFORE:
            power = argument or _POWERS.get(word, "")
        elif word in _BEHIND:
            yield Marked("sub" if word == "of" else "sup", (f"{sign}{argument or _POWERS.get(word, '')}",))
            sign = ""
        else:
            symbol = _UNITS.get(word) or _ABBREVIATED.get(word)
            if symbol is None:
                unknown.append(word)
            yield f"{' ' if begun else ''}{prefix}{symbol or word}"
            if (power or sign) and _RAISED_BEHIND.match(text, token.end()) is None:
                yield Marked("sup", (f"{sign}{power or '1'}",))
                sign = ""
            prefix, power, begun = "", "", True


def _symbols(token: re.Match[str]) -> Node:
    """Return symbols as they are written, or the power of the one before."""
    if token[6] is None:
        return Marked("sup", ((token[4] or token[5]).translate(_SIGN),))
    return _MULTIPLIED.sub(" ", token[6])
