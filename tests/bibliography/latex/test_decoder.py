"""The decoder of LaTeX: what it makes of commands, signs, formulas and damage, as tables."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.model.marked_text import MarkedText, plain

# LaTeX, text
TEXT = [
    ("plain text", "plain text"),
    ("  white \n\t space  ", "white space"),
    ("", ""),
    # accents
    (r"{\"o}", "ö"),
    (r"\"{o}", "ö"),
    (r"\"o", "ö"),
    (r"\'{\i}", "í"),
    (r"\'\i", "í"),
    (r"{\'{\i}}", "í"),
    (r"\v{s}\v s{\v s}", "ššš"),
    (r"Erd{\H o}s", "Erdős"),
    (r"Erd\H{o}s", "Erdős"),
    (r"\c{c}\c c\k{a}\r{a}\u{g}\d{s}\b{d}", "ççąåğṣḏ"),
    (r"\.{I}\=a\~n\^{\j}\`e", "İāñĵè"),
    (r"\t{oo}", "o͡o"),
    (r"\k{\i}\d\i \u{\i}", "ı\u0328ı\u0323ĭ"),
    (r"Mart{\'\imath}n, Garc\'{\imath}a, \v\jmath, Mart\'\inez", "Martín, García, ǰ, Martínez"),
    # the macros of MathSciNet (its preamble), vntex and babel
    (r"Mal{\cprime}cev \polhk{a}\lfhook{t}\ocirc{u}\cftil{e}\soft{l}\Dbar\dbar", "Malʹcev ąțůễľĐđ"),
    (r"\h{a}\textcommabelow{s} \flqq x\frqq{} 5\permil", "ảș «x» 5‰"),
    (r'\symbol{95}\symbol{"41}\LaTeX\xspace', "_ALaTeX"),
    (r"\'{\ae}\={\AE}", "ǽǢ"),
    (r"\'{ab}", "áb"),
    (r"{\'{E}}mile {\'E}mile \'Emile", "Émile Émile Émile"),
    (r"Dvo{\v{r}}{\'a}k", "Dvořák"),
    (r"\"{}", "¨"),
    (r"{\'}", "´"),
    # accents on accents: Vietnamese, Pinyin, scholarly transcription
    (r"L{\~\^e} L{\~{\^e}} L\~{\^e} L\~{\^{e}} L{\~{\^{e}}} L\~\^e", "Lễ Lễ Lễ Lễ Lễ Lễ"),
    (r"B{\'\u a}c B\'{\u{a}}c B{\'{\u a}}c", "Bắc Bắc Bắc"),
    (r"\d{\^o} \d\^o {\^{\d o}} \d{\^{o}}", "ộ ộ ộ ộ"),
    (r"\'{\"u} \v{\"u} {\=\"u} \`{\"{u}}", "ǘ ǚ ǖ ǜ"),
    (r"{\'\^\i} \~{\^{\i}}", "î\u0301 î\u0303"),
    (r"\'{\=x}", "x\u0304\u0301"),
    (r"\~{} \^{} \~n \^\i", "~ ^ ñ î"),
    # letters
    (r"S{\o}ren S\o ren S\o{}ren", "Søren Søren Søren"),
    (r"{\AA}rhus {\aa} {\AE}{\ae} {\OE}{\oe} {\L}{\l} {\ss} {\DH}{\th}", "Århus å Ææ Œœ Łł ß Ðþ"),
    (r"Stra\ss e", "Straße"),
    # symbols and signs
    (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
    ("10% of & #1 _x ^y", "10% of & #1 _x ^y"),
    ("a~b", "a b"),
    ("1--2 3---4 5-6", "1–2 3—4 5-6"),
    ("``double'' and `single'", "“double” and ‘single’"),
    ("don't ``don't''", "don't “don't”"),
    # notes to oneself, and to publishers
    (r"A Title\todo{check!}\thanks{Supported by nobody.} of Words", "A Title of Words"),
    # babel's German (its manual, "Shorthands")
    ('Das "`alte"\' Testament', "Das „alte“ Testament"),
    ("A 5\" disc and `b'", 'A 5" disc and ‘b’'),
    ("`a'b `c'", "‘a'b ‘c’"),
    ("?`Qu\\'e? !`S\\'i!", "¿Qué? ¡Sí!"),
    (r"\textquoteleft a\textquoteright", "‘a’"),
    (r"\ldots\ and \dots{} \textellipsis", "… and … …"),
    (r"\LaTeX\ and \TeX{} and \BibTeX", "LaTeX and TeX and BibTeX"),
    (r"\textregistered\texttrademark\copyright", "®™©"),
    (r"\textasciitilde\textasciicircum\textbackslash", "~^\\"),
    (r"a\-b\/c\,d\;e\ f\\g", "abc d e f g"),
    (r"\char65\char'102\char" + '"43', "ABC"),
    (r"\apj, \mnras, \actaa, \skytel", "ApJ, MNRAS, Acta Astron., S&T"),
    # Greek outside formulas, where TeX would stop
    (r"\omega and \Omega", "ω and Ω"),
    (r"$\omega$ \o", "$\\omega$ ø"),
    (r"\ensuremath{\alpha}-stable", "α-stable"),
    (r"\ensuremath{x^2}", "$x^2$"),
    # braces
    ("{BERT}: {P}re-training", "BERT: Pre-training"),
    ("{{Deep} {{N}ets}}", "Deep Nets"),
    ("{}a{}b{}", "ab"),
    # marks
    (r"\emph{a} \textbf{b} \textit{c} \textsc{d} \texttt{e}", "a b c d e"),
    (r"x\textsuperscript{2} H\textsubscript{2}O", "x2 H2O"),
    (r"{\em a} {\bf b} {\it c\/}", "a b c"),
    (r"\emph{a \textbf{b}}", "a b"),
    (r"\enquote{a \enquote{b}}", "“a ‘b’”"),
    (r"\mkbibquote{a}", "“a”"),
    (r"\url{https://example.org/a_b~c}", "https://example.org/a_b~c"),
    (r"\href{https://example.org}{here}", "here"),
    (r"https://example.org/~me--x and a~b", "https://example.org/~me--x and a b"),
    (r"\mbox{a} \text{b} \textrm{c} \textnormal{d}", "a b c d"),
    (r"{\noopsort{b}}1973 \SortNoop{x}y", "1973 y"),
    (r"\foreignlanguage{german}{Wort}", "Wort"),
    # formulas stay formulas
    (r"$x^2$ and $\alpha_{i}$", r"$x^2$ and $\alpha_{i}$"),
    (r"\(x\) and \[y\]", "$x$ and $y$"),
    (r"$$x$$", "$$x$$"),
    (r"$a\$b$", r"$a\$b$"),
    ("$a -- b~c$", "$a -- b~c$"),
    # what pylatexenc knows
    (r"\mathbb{R} \sqrt{2}", "ℝ √(2)"),
    (r"\textcolor{red}{warm}", "warm"),
    (r"\underline{a} \overline{b}", "a b"),
    (r"\texorpdfstring{$x$}{x}", "x"),
    (r"\leftrightarrow\copyright", "↔©"),
    # beyond the tables
    (r"\fancy{text}", "text"),
    (r"\fancy text", r"\fancy text"),
    (r"\fancy", r"\fancy"),
    (r"\fancy{a}{b}", "ab"),
    (r"\today", r"\today"),
    (r"\input{/etc/passwd}", "/etc/passwd"),
    # damage
    ("a } b", "a b"),
    ("a { b", "a b"),
    ("the $100 question", "the $100 question"),
    ("a\\", "a\\"),
    (r"\emph", ""),
    (r"\emph{", ""),
    (r"\'", "´"),
    (r"\'{", "´"),
    (r"\char", r"\char"),
    (r"\char999999999", "99"),
    ("https://", "https://"),
    # not Latin
    ("深度学习 {D}eep", "深度学习 Deep"),
    ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
]


@pytest.mark.parametrize(("latex", "text"), TEXT)
def test_text(latex: str, text: str) -> None:
    assert plain(decode(latex).nodes) == text


# LaTeX, HTML
HTML = [
    ("a & b < c", "a &amp; b &lt; c"),
    (r"\emph{a} {\em b} \textit{c}", "<em>a</em> <em>b</em> <em>c</em>"),
    (r"\textbf{a \emph{b}}", "<strong>a <em>b</em></strong>"),
    (r"x\textsuperscript{2}\textsubscript{i}", "x<sup>2</sup><sub>i</sub>"),
    (r"\texttt{a--b} \textsc{c}", '<code>a–b</code> <span class="small-caps">c</span>'),
    (r"$\no<$", r'<code class="pa-math-source">$\no&lt;$</code>'),
    (r"It costs $5 or $10 a month", "It costs $5 or $10 a month"),
    (r"\url{javascript:alert(1)}", "javascript:alert(1)"),
    (r"<script>\emph{<b>}</script>", "&lt;script&gt;<em>&lt;b&gt;</em>&lt;/script&gt;"),
    (r"\emph{}a", "a"),
    (r"\emph ab", "<em>a</em>b"),
    (r"{\em a {\bf b} c} d", "<em>a <strong>b</strong> c</em> d"),
    (r"\url{https://example.org/?a&b}", "https://example.org/?a&amp;b"),
    (r"\href{https://example.org}{here \emph{it} is}", "here <em>it</em> is"),
    (r"\href{https://example.org} {here}.", "here."),
]


@pytest.mark.parametrize(("latex", "html"), HTML)
def test_html(latex: str, html: str) -> None:
    assert MarkedText(decode(latex).nodes, latex).html == html


@pytest.mark.parametrize(
    ("latex", "unknown", "open_math", "open_braces"),
    [
        (r"\fancy{a} \fancy{b} \other", ("fancy", "other"), False, False),
        ("a $ b", (), True, False),
        ("a } b", (), False, True),
        ("a { b", (), False, True),
        (r"fine {\em a} $b$ \& \LaTeX", (), False, False),
    ],
)
def test_flaws(latex: str, unknown: tuple[str, ...], open_math: bool, open_braces: bool) -> None:
    decoded = decode(latex)
    assert (decoded.unknown, decoded.open_math, decoded.open_braces) == (unknown, open_math, open_braces)
    assert decoded.flawed == bool(unknown or open_math or open_braces)


def test_deep_nesting_ends() -> None:
    deep = 20_000
    for opening in ("{", r"\emph{", r"{\em ", r"\enquote{", r"\'{", r"\fancy{", r"\url{", r"\sqrt{", "$", r"\("):
        assert isinstance(plain(decode(opening * deep + "x" + "}" * deep).nodes), str)
