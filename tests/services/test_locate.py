from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.services.locate import Located, locate


@pytest.mark.parametrize(
    ("written", "source", "identifier"),
    [
        ("2103.14030", "arxiv", "2103.14030"),
        ("2103.14030v2", "arxiv", "2103.14030"),
        ("arXiv:2103.14030", "arxiv", "2103.14030"),
        ("https://arxiv.org/pdf/2103.14030v2.pdf", "arxiv", "2103.14030"),
        ("HTTPS://ArXiv.org/abs/hep-th/9901001", "arxiv", "hep-th/9901001"),
        ("arxiv.org/abs/2103.14030", "arxiv", "2103.14030"),
        ("hep-th/9901001v3", "arxiv", "hep-th/9901001"),
        ("math.GT/0309136", "arxiv", "math/0309136"),
        ("10.48550/arXiv.2103.14030", "arxiv", "2103.14030"),
        ("10.1109/ICCV48922.2021.00986", "doi", "10.1109/ICCV48922.2021.00986"),
        ("doi:10.1000/182", "doi", "10.1000/182"),
        ("https://doi.org/10.1000/182", "doi", "10.1000/182"),
        ("doi.org/10.1000/182,", "doi", "10.1000/182"),
        ("https://dl.acm.org/doi/10.1145/3292500.3330701", "doi", "10.1145/3292500.3330701"),
        ("https://link.springer.com/article/10.1007/s11263-015-0816-y", "doi", "10.1007/s11263-015-0816-y"),
        ("https://www.biorxiv.org/content/10.1101/2020.01.01.000001v2.full.pdf", "doi", "10.1101/2020.01.01.000001"),
        ("https://openreview.net/forum?id=YicbFdNTTy", "openreview", "YicbFdNTTy"),
        ("openreview.net/pdf?id=Yic-bF_d", "openreview", "Yic-bF_d"),
        ("openreview:YicbFdNTTy", "openreview", "YicbFdNTTy"),
        ("https://aclanthology.org/P19-1001/", "acl", "P19-1001"),
        ("https://www.aclweb.org/anthology/P19-1001.pdf", "acl", "P19-1001"),
        ("10.18653/v1/2020.acl-main.1", "acl", "2020.acl-main.1"),
        ("P19-1001", "acl", "P19-1001"),
        ("2020.acl-main.1", "acl", "2020.acl-main.1"),
        ("http://proceedings.mlr.press/v139/radford21a/radford21a.pdf", "pmlr", "139/radford21a"),
        ("<https://proceedings.mlr.press/v139/radford21a.html>", "pmlr", "139/radford21a"),
    ],
)
def test_what_people_paste_is_located(written: str, source: str, identifier: str) -> None:
    assert locate(written) == Located(source, identifier)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "swin",
        "9999.99999",
        "10.5/x",
        "https://example.org/paper",
        "https://[",
        "ftp://doi.org/10.1/x",
        "Attention Is All You Need",
    ],
)
def test_what_names_no_work_is_not_guessed(written: str) -> None:
    assert locate(written) is None


@given(st.text(st.sampled_from("https:/.[]10.arxivdoiopenreview?=&#%v-_ \x00") | st.characters(), max_size=60))
def test_nothing_is_too_odd(written: str) -> None:
    assert locate(written) is None or isinstance(locate(written), Located)
