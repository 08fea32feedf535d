"""Lists of references from OpenCitations."""

from __future__ import annotations

from paperatlas.services.opencitations import opencitations_references
from paperatlas.services.references import ReferenceList
from tests.services.lists_of_references import opencitations
from tests.services.local_server import Answer
from tests.services.server import ServiceServer


def test_works_are_asked_for_one_by_one(services: ServiceServer) -> None:
    path = "opencitations/index/v2/references/doi:10.1000"
    services.answer(
        {
            f"{path}/a%28b%29": opencitations("10.1000/A(b)", "doi:10.1000/C pmid:7", "pmid:8", "doi:10.48550/arxiv.2001.00003"),
            f"{path}/unknown": Answer(body=b"[]"),
        }
    )  # fmt: skip
    assert opencitations_references(services.web, ["doi:10.1000/a(b)", "doi:10.1000/unknown"]) == {
        "doi:10.1000/a(b)": ReferenceList("", ("doi:10.1000/a(b)",), ("doi:10.1000/c", "arxiv:2001.00003"))
    }
