r"""HTML, JATS and MathML in values, in the escapes of those who write BibTeX.

The escapes are those of doi.org and Crossref (`$\less$`, `$\mathsemicolon$`), Mendeley and Zotero (`{\textless}`), and
publishers (`&lt;`); the elements those of Crossref's deposit schema for titles ("Face markup") and of MathML Core.
"""

from __future__ import annotations

import pytest

from paperatlas.bibliography.latex.decode import decode
from paperatlas.bibliography.latex.web_markup import without_markup
from paperatlas.bibliography.model.marked_text import MarkedText

LESS, GREATER = r"$\less$", r"$\greater$"
FORMULA = (
    '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:msub><mml:mi>C</mml:mi><mml:mrow><mml:mn>6</mml:mn>'
    "<mml:mn>0</mml:mn></mml:mrow></mml:msub></mml:math> films"
)


@pytest.mark.parametrize(
    ("latex", "html"),
    [
        ("<i>Karst</i> caves", "<em>Karst</em> caves"),
        ("<I>Karst</I> caves", "<em>Karst</em> caves"),
        (r"$\less$em$\greater$Karst$\less$/em$\greater$ caves", "<em>Karst</em> caves"),
        (r"$\less$i$\greater$Karst$\less$/i$\greater$", "<em>Karst</em>"),
        (r"$<$i$>$Karst$<$/i$>$", "<em>Karst</em>"),
        (r"{\textless}i{\textgreater}Karst{\textless}/i{\textgreater} caves", "<em>Karst</em> caves"),
        (r"\textless{}i\textgreater{}Karst\textless{}/i\textgreater{} caves", "<em>Karst</em> caves"),
        (r"\textless i\textgreater Karst\textless /i\textgreater", "<em>Karst</em>"),
        ("&lt;i&gt;Karst&lt;/i&gt;", "<em>Karst</em>"),
        ("&amp;lt;i&amp;gt;Karst&amp;lt;/i&amp;gt;", "<em>Karst</em>"),
        (r"{\&}lt;i{\&}gt;Karst{\&}lt;/i{\&}gt;", "<em>Karst</em>"),
        (
            r"{\&}lt$\mathsemicolon$i{\&}gt$\mathsemicolon$Karst{\&}lt$\mathsemicolon$/i{\&}gt$\mathsemicolon$",
            "<em>Karst</em>",
        ),
        (
            "<b>a</b><strong>b</strong><sub>c</sub><sup>d</sup>",
            "<strong>a</strong><strong>b</strong><sub>c</sub><sup>d</sup>",
        ),
        ("<scp>R</scp><sc>s</sc>", '<span class="small-caps">R</span><span class="small-caps">s</span>'),
        ("<tt>a</tt> <u>b</u>", "<code>a</code> b"),
        ('<span class="nocase">deep</span>', "deep"),
        ("<jats:p>We do <jats:italic>it</jats:italic>.</jats:p><jats:p>So.</jats:p>", "We do <em>it</em>. So."),
        ("a<br/>b", "a b"),
        (r"<i>\'E{\~n}</i>", "<em>Éñ</em>"),
        (FORMULA, "C<sub>60</sub> films"),
        (FORMULA.replace("<", LESS).replace(">", GREATER).replace('"', "''"), "C<sub>60</sub> films"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
        # entities
        (r"Maps {\&}amp$\mathsemicolon$ Charts", "Maps &amp; Charts"),
        (r"Maps &amp; Charts \&amp; {\&}amp; &amp;amp; all", "Maps &amp; Charts &amp; &amp; &amp; all"),
        ("Caf&eacute; &#946; &#x3b2;&nbsp;x", "Café β β x"),
        ("p &lt; .05", "p &lt; .05"),
        # signs that are formulas only to be signs, and letters that are raised or lowered
        (r"p $<$ .05: A $\times$ B", "p &lt; .05: A × B"),
        (
            r"Cu$_2$O, Fe$_{2}$, $^{13}$C, {}$^{\rm th}$",
            "Cu<sub>2</sub>O, Fe<sub>2</sub>, <sup>13</sup>C, <sup>th</sup>",
        ),
        # what is not certain stays
        ("x < y, a<b and c>d", "x &lt; y, a&lt;b and c&gt;d"),
        ("a &nosuch; b &#0; c &#xD800;", "a &amp;nosuch; b &amp;#0; c &amp;#xD800;"),
        ("Vec<i> and R&D; AT&T", "Vec&lt;i&gt; and R&amp;D; AT&amp;T"),
        ("{<i>Foo}</i>", "&lt;i&gt;Foo&lt;/i&gt;"),
        ("<i>a <b>b</i>", "&lt;i&gt;a &lt;b&gt;b&lt;/i&gt;"),
        ("<msub><mi>C</mi></msub>", "&lt;msub&gt;C&lt;/msub&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<i onclick=x><script></i>", "<em>&lt;script&gt;</em>"),
    ],
)
def test_markup_of_the_web_is_read(latex: str, html: str) -> None:
    decoded = decode(latex)
    assert MarkedText(decoded.nodes, latex).html == html
    assert not decoded.flawed


@pytest.mark.parametrize("text", ["plain", "a & b", "Wireless", "1 < 2", "\x02i#9\x03 <b"])
def test_a_text_without_markup_is_not_touched(text: str) -> None:
    assert without_markup(text) == text
