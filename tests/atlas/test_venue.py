"""Where an entry appeared, and what that is."""

from __future__ import annotations

import pytest

from paperatlas.atlas.venue import paper_venue
from paperatlas.bibliography.reader.library import parse_library

VENUES = [
    # an entry, the name of its venue, what that is
    ("@article{x, journal = {Annals of Mathematics}}", "Annals of Mathematics", "journal"),
    ("@article{x, journal = {Annals of Mathematics}, shortjournal = {Ann. Math.}}", "Ann. Math.", "journal"),
    ("@article{x, shortjournal = {Ann. Math.}}", "Ann. Math.", "journal"),
    ("@article{x, eprint = {1706.03762}, archiveprefix = {arXiv}}", "arXiv", "archive"),
    ("@article{x, journal = {CoRR}, eprint = {1706.03762}, archiveprefix = {arXiv}}", "arXiv", "archive"),
    ("@inproceedings{x, booktitle = {International Conference on Learning (ICL)}}", "ICL", "conference"),
    ("@inproceedings{x, booktitle = {Advances in Learning}}", "Advances in Learning", "conference"),
    ("@incollection{x, booktitle = {Handbook of Learning}}", "Handbook of Learning", "book"),
    ("@incollection{x, booktitle = {Proceedings of the Workshop}}", "Proceedings of the Workshop", "conference"),
    ("@book{x, publisher = {Duke University Press}}", "Duke University Press", "publisher"),
    ("@phdthesis{x, school = {University of Brescia}}", "University of Brescia", "university"),
    ("@phdthesis{x, publisher = {Press}}", "Press", "publisher"),
    ("@techreport{x, institution = {CERN}}", "CERN", "institution"),
    ("@manual{x, organization = {Org}}", "Org", "institution"),
    ("@misc{x, eventtitle = {EuroSciPy}}", "EuroSciPy", "conference"),
    ("@misc{x, howpublished = {Zine}}", "Zine", None),
    ("@misc{x, title = {T}}", "", None),
    # An address is no place where something appeared.
    (r"@misc{x, howpublished = {\url{https://x.org/y}}}", "", None),
    (r"@misc{x, howpublished = {https://x.org/y}}", "", None),
    (r"@misc{x, howpublished = {Available online: \url{https://x.org/y}}}", "", None),
    (r"@misc{x, howpublished = {Kaggle competition, \url{https://x.org/y}}}", "Kaggle competition", None),
    (r"@misc{x, howpublished = {Zine (\href{https://x.org/y}{online})}}", "Zine", None),
    # Nor is it the work itself, whose title some write twice.
    ("@proceedings{x, title = {Proc. of X}, booktitle = {Proc. of X}, publisher = {ACM}}", "ACM", "publisher"),
]


@pytest.mark.parametrize(("text", "name", "kind"), VENUES)
def test_venues(text: str, name: str, kind: str | None) -> None:
    (entry,) = parse_library(text.encode(), "a.bib")[0].entries
    assert paper_venue(entry) == (name, kind)
