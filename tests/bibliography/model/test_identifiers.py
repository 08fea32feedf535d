"""Identifiers and addresses, normalised."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model import identifiers


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1371/journal.pone.0012345", "10.1371/journal.pone.0012345"),
        ("https://doi.org/10.1000/ABC", "10.1000/ABC"),
        ("http://dx.doi.org/10.1000/182", "10.1000/182"),
        ("doi.org/10.1000/182", "10.1000/182"),
        ("doi:10.1000/182", "10.1000/182"),
        ("DOI: 10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000%2F182", "10.1000/182"),
        (
            "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2",
            "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2",
        ),
        ("{10.1000/182}", "10.1000/182"),
        ("https://10.1000/182", "10.1000/182"),
        ("doi:https://doi.org/10.1000/182", "10.1000/182"),
        ("https://doi.org/doi:10.1000/182", "10.1000/182"),
        ("10.1000/182, 10.1000/183", "10.1000/182"),
        ("10.1000/182,\n    10.1000/183", "10.1000/182"),
        ("10.1000/182 10.1000/183", "10.1000/182"),
        ("10.1000/a{b}", None),
        ("10.1000/182.", "10.1000/182"),
        ("journal.pone.0012345", None),
        ("10.1000", None),
        ("10.1000/a b", None),
        ("https://example.org/10.1000/182", None),
        ("", None),
        # by way of a library's proxy (EZproxy writes the host's full stops as hyphens)
        ("https://doi-org.ezproxy.example.edu/10.1000/190", "10.1000/190"),
        ("https://dx-doi-org.libproxy.example.edu/10.1000/190", "10.1000/190"),
        ("http://dx.doi.org.proxy.example.edu/10.1000/190", "10.1000/190"),
        ("https://example.org/10.1000/190", None),
    ],
)
def test_doi(written: str, doi: str | None) -> None:
    assert identifiers.doi(written) == doi


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("2010.11929", "2010.11929"),
        ("2010.11929v2", "2010.11929"),
        ("0704.0001", "0704.0001"),
        ("arXiv:2010.11929", "2010.11929"),
        ("arXiv:2010.11929v2 [cs.CV]", "2010.11929"),
        ("arxiv.2010.11929", "2010.11929"),
        ("https://arxiv.org/abs/2010.11929", "2010.11929"),
        ("http://www.arxiv.org/pdf/2010.11929v1.pdf", "2010.11929"),
        ("https://export.arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("https://doi.org/10.48550/arXiv.2010.11929", "2010.11929"),
        ("10.48550/arXiv.2010.11929", "2010.11929"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("math.GT/0309136", "math/0309136"),
        ("cs/0112017v1", "cs/0112017"),
        ("arXiv preprint arXiv:1706.03762", "1706.03762"),
        ("2013.11929", None),
        ("20.101192", None),
        ("10.1000/182", None),
        ("https://example.org/2010.11929", None),
        ("", None),
    ],
)
def test_arxiv(written: str, identifier: str | None) -> None:
    assert identifiers.arxiv(written) == identifier


@pytest.mark.parametrize(
    ("written", "isbn"),
    [
        ("978-3-16-148410-0", "9783161484100"),
        ("9783161484100", "9783161484100"),
        ("3-16-148410-X", "9783161484100"),
        ("0-306-40615-2", "9780306406157"),
        ("ISBN 978-3-16-148410-0", "9783161484100"),
        ("978‐3‐16‐148410‐0", "9783161484100"),
        ("978-3-16-148410-1", None),
        ("0-306-40615-3", None),
        ("12345", None),
        ("", None),
    ],
)
def test_isbn(written: str, isbn: str | None) -> None:
    assert identifiers.isbn(written) == isbn


def test_other_identifiers() -> None:
    assert identifiers.openreview("https://openreview.net/forum?id=YicbFdNTTy") == "YicbFdNTTy"
    assert identifiers.openreview("https://openreview.net/pdf?id=H1eA7AEtvS&x=1") == "H1eA7AEtvS"
    assert identifiers.openreview("https://openreview.net/") is None
    assert identifiers.pmlr("https://proceedings.mlr.press/v139/radford21a.html") == (139, "radford21a")
    assert identifiers.pmlr("http://proceedings.mlr.press/v97/tan19a/tan19a.pdf") == (97, "tan19a")
    assert identifiers.pmlr("https://example.org/v97/tan19a.html") is None
    assert identifiers.acl_anthology("https://aclanthology.org/2020.acl-main.1/") == "2020.acl-main.1"
    assert identifiers.acl_anthology("https://www.aclweb.org/anthology/P19-1001.pdf") == "P19-1001"
    assert identifiers.acl_anthology("10.18653/v1/N19-1423") == "N19-1423"
    assert identifiers.acl_anthology("https://doi.org/10.18653/v1/2020.acl-main.703") == "2020.acl-main.703"
    assert identifiers.acl_anthology("https://example.org/P19-1001") is None


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://example.org", "good"),
        ("http://example.org:8080/a_b?c=d&e=%20#f", "good"),
        ("ftp://example.org/file", "good"),
        ("https://例子.中国/路径", "good"),
        ("https://[::1]/x", "good"),
        ("HTTPS://EXAMPLE.ORG/", "good"),
        ("https//example.org", "malformed"),
        ("https:/example.org", "malformed"),
        ("www.example.org", "malformed"),
        ("https://example.org/a b", "malformed"),
        ("https://", "malformed"),
        ("see https://example.org", "malformed"),
        ("https://example.org/<x>", "malformed"),
        ("https://example.org/a\\_b", "malformed"),
        ("https://example.org/{x}", "malformed"),
        ("file:///C:/a.pdf", "local"),
        ("javascript:alert(1)", "unsafe"),
        ("JavaScript:alert(1)", "unsafe"),
        ("java\tscript:alert(1)", "unsafe"),
        (" javascript:alert(1)", "unsafe"),
        ("data:text/html,x", "unsafe"),
        ("vbscript:x", "unsafe"),
    ],
)
def test_url(url: str, state: str) -> None:
    assert identifiers.url_state(url) == state


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/doi/full/10.1145/3292500.3330701", "10.1145/3292500.3330701"),
        ("/doi/10.1002/aic.690/abstract", "10.1002/aic.690"),
        ("/content/10.1101/2020.01.01.123456v2.full.pdf", "10.1101/2020.01.01.123456"),
        ("/article/10.1007%2Fs11263-020-01316-z", "10.1007/s11263-020-01316-z"),
        ("/pdf/10.1145/1.pdf", "10.1145/1"),
        ("/papers/10.html", None),
        ("/", None),
    ],
)
def test_a_doi_in_the_path_of_a_publishers_address(path: str, found: str | None) -> None:
    assert identifiers.doi_in_path(path) == found


@pytest.mark.parametrize(
    ("identifier", "month"),
    [
        # https://info.arxiv.org/help/arxiv_identifier.html
        ("0706.0001", (2007, 6)),
        ("1501.00001", (2015, 1)),
        ("2010.11929", (2020, 10)),
        ("hep-th/9108001", (1991, 8)),
        ("math/0309136", (2003, 9)),
        ("9901.00001", (2099, 1)),
        ("2013.00001", None),
        ("2000.00001", None),
        ("abc", None),
    ],
)
def test_an_arxiv_identifier_tells_the_month(identifier: str, month: tuple[int, int] | None) -> None:
    assert identifiers.arxiv_month(identifier) == month


@pytest.mark.parametrize(
    ("address", "exportable"),
    [
        ("https://example.org/x", True),
        ("urn:nbn:de:101:1-2013", True),
        ("example.org:8080/x", True),
        ("no address", True),
        ("javascript:alert(1)", False),
        ("JAVA\tscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("ms-word:ofe|u|https://example.org/", False),
    ],
)
def test_only_addresses_of_known_kinds_are_exported(address: str, exportable: bool) -> None:
    assert identifiers.is_exportable(address) == exportable


@pytest.mark.parametrize(
    ("address", "lacking"),
    [
        ("github.com/ada/engine", True),
        ("www.example.org", True),
        ("www.example.org/a b", False),
        ("paper.pdf", False),
        ("hal-04687627", False),
        ("https://example.org/x", False),
        ("and/or", False),
    ],
)
def test_addresses_that_lack_a_scheme(address: str, lacking: bool) -> None:
    assert identifiers.lacks_scheme(address) == lacking
