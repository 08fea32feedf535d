"""The kinds of relation that one paper can have to another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation field of the library: `extends = {ddpm}` reads "this paper extends DDPM".

    `labels` and `inverse_labels` name the relation by language (`en`, `zh`), read from the citing paper
    ("extends") and from the cited one ("extended by").
    """

    name: str
    labels: dict[str, str]
    inverse_labels: dict[str, str]

    def label(self, language: str) -> str:
        """The relation as the stating paper reads it; in English where the language has none."""
        return self.labels.get(language) or self.labels.get("en") or self.name

    def inverse_label(self, language: str) -> str:
        """The relation as its target reads it; in English where the language has none."""
        return self.inverse_labels.get(language) or self.inverse_labels.get("en") or self.name


def _type(name: str, en: str, en_inverse: str, zh: str, zh_inverse: str) -> RelationType:
    return RelationType(name, {"en": en, "zh": zh}, {"en": en_inverse, "zh": zh_inverse})


DEFAULT_RELATION_TYPES: tuple[RelationType, ...] = (
    _type("extends", "extends", "extended by", "扩展", "被扩展"),
    _type("accelerates", "accelerates", "accelerated by", "加速", "被加速"),
    _type("applies", "applies", "applied by", "应用", "被应用"),
    _type("combines", "combines", "combined in", "结合", "被结合"),
    _type("compares", "compares with", "compared in", "对比", "被对比"),
    _type("evaluates", "evaluates", "evaluated by", "评测", "被评测"),
    _type("unifies", "unifies", "unified by", "统一", "被统一"),
    _type("uses", "uses", "used by", "使用", "被使用"),
    _type("alternative", "is an alternative to", "has the alternative", "替代方案", "替代方案"),
)
"""The types an atlas has when its site configures none; their order is that of every list and legend."""
