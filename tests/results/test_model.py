"""What a setting says of a result."""

from __future__ import annotations

import pytest

from paperatlas.results.reader import read_table
from tests.results.tables import row, table


@pytest.mark.parametrize(
    ("setting", "model", "conditions"),
    [
        ("", "", {}),
        ("model=ViT-B; params=86M; flops=17G", "ViT-B", {}),
        ("model=DETR; backbone=R50; epochs=50", "R50, DETR", {"epochs": "50"}),
        ("resolution=224; data=JFT; model=ViT-B", "ViT-B", {"data": "JFT", "resolution": "224"}),
        ("Own Name=a=b", "", {"own name": "a=b"}),
    ],
)
def test_a_setting_is_a_model_and_conditions(setting: str, model: str, conditions: dict[str, str]) -> None:
    (result,), _ = read_table(table(row(setting=setting)), "a.csv")
    assert (result.model, dict(result.conditions)) == (model, conditions)
