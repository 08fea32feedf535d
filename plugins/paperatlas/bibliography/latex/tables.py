"""The LaTeX that libraries hold every day, as tables: what `latex` looks up before it asks pylatexenc.

`tests/bibliography/latex/test_tables.py` checks each symbol against pylatexenc's own answer.
"""

from __future__ import annotations

from typing import Literal

from paperatlas.bibliography.model.marked_text import Mark

ACCENTS: dict[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "G": "\u030f", "U": "\u030e", "f": "\u0311",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "h": "\u0309", "ocirc": "\u030a", "cftil": "\u0302\u0303", "soft": "\u030c", "polhk": "\u0328",
    "textpolhook": "\u0328", "lfhook": "\u0326", "textcommabelow": "\u0326",
}  # fmt: skip
"""Accent command -> the combining character it puts on its argument: LaTeX2e's text accents, those of Vietnamese, and
those of MathSciNet, whose preamble few files still have."""

BARE_ACCENTS: dict[str, str] = {"`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", '"': "¨", "c": "¸"}
"""What an accent on nothing prints: `\\~{}` is how people write a tilde."""

BELOW = frozenset("dckb")
"""Accents that leave the dot of i and j alone."""

SYMBOLS: dict[str, str] = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "SS": "SS", "i": "ı", "j": "ȷ", "imath": "ı", "jmath": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "th": "þ", "TH": "Þ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
    "textellipsis": "…", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "lq": "‘", "rq": "’", "guillemotleft": "«", "guillemotright": "»",
    "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘",
    "textquotesingle": "'",
    "textquotedbl": '"', "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "textbraceleft": "{",
    "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textdollar": "$", "textpercent": "%",
    "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "copyright": "©", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "EUR": "€", "textyen": "¥", "S": "§", "P": "¶",
    "textsection": "§", "textparagraph": "¶", "dag": "†", "ddag": "‡", "textdegree": "°", "degree": "°",
    "textmu": "µ", "texttimes": "×", "textpm": "±", "textperiodcentered": "·", "textbullet": "•",
    "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "textquestiondown": "¿",
    "textexclamdown": "¡", "slash": "/", "hyphen": "-", "Dash": "—", "AMS": "AMS", "AmS": "AMS",
    "AmSTeX": "AMS-TeX", "AmSLaTeX": "AMS-LaTeX", "MF": "METAFONT", "MP": "METAPOST", "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX", "PiCTeX": "PiCTeX", "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε",
    "BibTeX": "BibTeX", "textasciigrave": "`", "textasciiacute": "´", "textvisiblespace": "␣",
    "nobreakdash": "", "textcompwordmark": "", "cprime": "ʹ", "cdprime": "ʺ", "Dbar": "Đ", "dbar": "đ", "permil": "‰",
    "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "ohm": "Ω", "celsius": "°C",
}  # fmt: skip
"""A command without arguments -> the text it prints."""

MATH_SYMBOLS: dict[str, str] = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "varphi": "φ", "phi": "ϕ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "infty": "∞", "times": "×", "pm": "±",
    "cdot": "·", "sim": "∼", "approx": "≈", "leq": "≤", "geq": "≥", "le": "≤", "ge": "≥", "neq": "≠", "ne": "≠",
    "to": "→", "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "textrightarrow": "→",
    "textleftarrow": "←", "star": "⋆", "bullet": "∙", "backslash": "\\",
}  # fmt: skip
"""The same for commands that belong into formulas. People write them in running text, where TeX stops with an error,
so the space after one is kept: nobody who writes `\\alpha and` means `αand`."""

JOURNAL_MACROS: dict[str, str] = {
    "aap": "A&A", "aapr": "A&A Rev.", "aaps": "A&AS", "aas": "AAS Meeting Abstracts", "actaa": "Acta Astron.",
    "aj": "AJ", "ao": "Appl. Opt.", "apj": "ApJ", "apjl": "ApJ", "apjlett": "ApJ", "apjs": "ApJS", "apjsupp": "ApJS",
    "aplett": "Astrophys. Lett.", "applopt": "Appl. Opt.", "apspr": "Astrophys. Space Phys. Res.", "apss": "Ap&SS",
    "araa": "ARA&A", "astap": "A&A", "azh": "AZh", "baas": "BAAS", "bac": "Bull. Astron. Inst. Czech.",
    "bain": "Bull. Astron. Inst. Neth.", "caa": "Chinese Astron. Astrophys.", "chjaa": "Chinese J. Astron. Astrophys.",
    "cjaa": "Chinese J. Astron. Astrophys.", "dps": "AAS/DPS Meeting Abstracts", "fcp": "Fund. Cosmic Phys.",
    "gca": "Geochim. Cosmochim. Acta", "grl": "Geophys. Res. Lett.", "iaucirc": "IAU Circ.", "icarus": "Icarus",
    "jaavso": "JAAVSO", "japa": "J. Astrophys. Astron.", "jcap": "JCAP", "jcp": "J. Chem. Phys.",
    "jgr": "J. Geophys. Res.", "jqsrt": "J. Quant. Spectr. Rad. Transf.", "jrasc": "JRASC", "maps": "M&PS",
    "memras": "MmRAS", "memsai": "Mem. Soc. Astron. Italiana", "mnassa": "MNASSA", "mnras": "MNRAS", "na": "New A",
    "nar": "New A Rev.", "nat": "Nature", "nphysa": "Nucl. Phys. A", "pasa": "PASA", "pasj": "PASJ", "pasp": "PASP",
    "physrep": "Phys. Rep.", "physscr": "Phys. Scr.", "planss": "Planet. Space Sci.", "pra": "Phys. Rev. A",
    "prb": "Phys. Rev. B", "prc": "Phys. Rev. C", "prd": "Phys. Rev. D", "pre": "Phys. Rev. E",
    "prl": "Phys. Rev. Lett.", "procspie": "Proc. SPIE", "psj": "PSJ", "qjras": "QJRAS", "raa": "RAA",
    "rmxaa": "RMxAA", "rnaas": "RNAAS", "skytel": "S&T", "solphys": "Sol. Phys.", "sovast": "Soviet Ast.",
    "ssr": "Space Sci. Rev.", "zap": "ZAp",
}  # fmt: skip
"""The journals of astronomy, which the Astrophysics Data System exports as commands (AASTeX's journal macros)."""

SYMBOLS.update(MATH_SYMBOLS)
SYMBOLS.update(JOURNAL_MACROS)


ESCAPES: dict[str, str] = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ",
    ",": " ", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", "\\": " ", "*": "", "|": "‖", "<": "<",
    ">": ">", "?": "?", "+": "+", "[": "[", "]": "]", "(": "(", ")": ")",
}  # fmt: skip
"""A backslash before one character that is no letter -> the text it prints."""

_SPACES = "newline linebreak par quad qquad space enspace thinspace hfill break allowbreak nobreakspace item newblock"
"""Commands that print a space."""

GroupMark = Mark | Literal["quote"]

MARK_COMMANDS: dict[str, GroupMark] = {
    "emph": "em", "textit": "em", "textsl": "em", "mkbibemph": "em", "mkbibitalic": "em", "textbf": "strong",
    "mkbibbold": "strong", "textsuperscript": "sup", "mkbibsuperscript": "sup", "textsubscript": "sub",
    "mkbibsubscript": "sub", "texttt": "code", "textsc": "caps", "enquote": "quote", "mkbibquote": "quote",
}  # fmt: skip
"""A command with one argument -> the mark the argument gets (see `Marked`); `quote` sets quotation marks."""

SWITCHES: dict[str, Mark] = {
    "em": "em", "it": "em", "itshape": "em", "sl": "em", "slshape": "em", "bf": "strong", "bfseries": "strong",
    "tt": "code", "ttfamily": "code", "sc": "caps", "scshape": "caps",
}  # fmt: skip
"""A command that marks the rest of its group -> the mark."""

_TRANSPARENT = (
    "text textrm textsf textup textmd textnormal textlf mbox hbox makebox fbox ensuretext uline underline"
    " rm sf sffamily rmfamily upshape mdseries normalfont normalsize small large Large footnotesize tiny"
    " bgroup egroup relax protect cal smc autocap nohyphens boldmath unboldmath selectfont displaystyle"
    " textstyle leavevmode ignorespaces raggedright NoCaseChange MakeLowercase MakeUppercase lowercase"
    " uppercase textlatin mkbibacro mkbibparens mkbibbrackets begingroup endgroup noindent centering"
    " bibnamefont bibfnamefont bibstring nocase xspace nobreak cyr cyrchar textcyr textgreek bm boldsymbol germ Bbb hyp"
)
"""Commands that print nothing themselves; their argument, or the rest, stays as it is."""

SILENT: dict[str, str] = {**dict.fromkeys(_SPACES.split(), " "), **dict.fromkeys(_TRANSPARENT.split(), "")}
"""A command without effect on what follows -> the white space it prints."""

SWALLOWED = frozenset({
    "noopsort", "noop", "NoopSort", "SortNoop", "sortnoop", "switchargs", "label", "hspace", "vspace", "color",
    "raisebox", "index", "phantom", "hphantom", "vphantom", "selectlanguage", "foreignlanguage", "pagestyle",
    "thispagestyle", "usepackage", "todo", "thanks", "footnote", "marginpar", "fixme", "bibliographystyle", "begin",
    "end", "bibinfo", "bibfield",
})  # fmt: skip
"""Commands whose first argument is not printed, or is a note to oneself; of REVTeX's `\\bibinfo{title}{…}` the second
is printed. `\\noopsort` and its kin exist only to steer BibTeX's sorting."""

KNOWN_COMMANDS = frozenset({*SYMBOLS, *ACCENTS, *MARK_COMMANDS, *SWITCHES, *SILENT, *SWALLOWED})
"""The names of the commands that need no second look."""

ADDRESSES = frozenset({"url", "path", "nolinkurl"})
"""Commands whose argument is an address."""

NOT_FOR_PYLATEXENC = frozenset({
    "input", "include", "today", "title", "author", "date", "maketitle", "cite", "citet", "citep", "ref",
    "autoref", "cref", "Cref", "eqref", "includegraphics", "documentclass",
})  # fmt: skip
"""Commands pylatexenc would answer with the day's date, a file's content or a placeholder."""
