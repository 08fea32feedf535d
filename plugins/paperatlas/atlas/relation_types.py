"""The kinds of relation that one paper can have to another."""

from __future__ import annotations

from dataclasses import dataclass

_BUILDING = frozenset({"extends", "usesMethodIn"})


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation field of the library: `extends = {ddpm}` reads "this paper extends DDPM".

    `labels` and `inverse_labels` name the relation by language (`en`, `zh`), read from the citing paper
    ("extends") and from the cited one ("extended by").
    """

    name: str
    labels: dict[str, str]
    inverse_labels: dict[str, str]
    cito: str = "cites"
    """The property of CiTO, the Citation Typing Ontology, that says the same, or the nearest that says no more.

    Empty where no citation is meant, for CiTO speaks of nothing else.
    """

    @property
    def builds_on(self) -> bool:
        """Return whether it says that a paper builds on another; CiTO's term tells it of a site's own types too."""
        return self.cito in _BUILDING

    def label(self, language: str) -> str:
        """Return the relation as the stating paper reads it; in English where the language has none."""
        return self.labels.get(language) or self.labels.get("en") or self.name

    def inverse_label(self, language: str) -> str:
        """Return the relation as its target reads it; in English where the language has none."""
        return self.inverse_labels.get(language) or self.inverse_labels.get("en") or self.name


def bilingual_type(name: str, cito: str, en: tuple[str, str], zh: tuple[str, str]) -> RelationType:
    """Return a type with its label and inverse label in two languages."""
    return RelationType(name, {"en": en[0], "zh": zh[0]}, {"en": en[1], "zh": zh[1]}, cito)


# CiTO (http://purl.org/spar/cito) speaks of what a text does with another text's "statements, ideas or
# conclusions", and has no terms for what a method does with another method. So a faster or a more general version of
# an idea extends it; whoever applies, combines or uses a method uses the "method in" the paper that describes it;
# tests of it review it; what is only compared is discussed; and another way to the same end is related.
DEFAULT_RELATION_TYPES: tuple[RelationType, ...] = (
    bilingual_type("extends", "extends", ("extends", "extended by"), ("扩展", "被扩展")),
    bilingual_type("accelerates", "extends", ("accelerates", "accelerated by"), ("加速", "被加速")),
    bilingual_type("applies", "usesMethodIn", ("applies", "applied by"), ("应用", "被应用")),
    bilingual_type("combines", "usesMethodIn", ("combines", "combined in"), ("结合", "被结合")),
    bilingual_type("compares", "discusses", ("compares with", "compared in"), ("对比", "被对比")),
    bilingual_type("evaluates", "reviews", ("evaluates", "evaluated by"), ("评测", "被评测")),
    bilingual_type("unifies", "extends", ("unifies", "unified by"), ("统一", "被统一")),
    bilingual_type("uses", "usesMethodIn", ("uses", "used by"), ("使用", "被使用")),
    bilingual_type(
        "alternative",
        "citesAsRelated",
        ("is an alternative to", "has the alternative"),
        ("替代方案", "替代方案"),
    ),
)
"""The types an atlas has when its site configures none; their order is that of every list and legend."""

SIMILAR = bilingual_type("similar", "", ("is similar to", "is similar to"), ("相似于", "相似于"))
"""The type of relations that were derived: they are symmetric, and nobody states them. CiTO has no term for them:
`citesAsRelated` and all its others say that one work cites the other."""
