"""What each thing that speaks for two papers being related counts; `make bench-related` measures each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """By how many quarters of itself the similarity of two texts grows for each thing besides that speaks for them.

    Groups are no part of it: some are no topics, and they bring papers on the list whose texts have nothing in common.
    That a sentence of the notes cites both is none either: it is told as a reason, but finds fewer citations again.
    Few and round, because many fine ones would fit the papers they are measured on.
    """

    direction: int = 1
    """Both papers are in one direction."""
    authors: int = 2
    """They have an author in common, as papers have with many of those that they cite."""
    name: int = 4
    """The paper's abstract names the method of the other."""
    named_by: int = 4
    """The abstract of the other names the paper's method."""
    known: int = 2
    """Then by an eighth for each abstract that names the method of the other, and for every two citations of it in the
    notes, up to so many: it is a paper that readers should know. More finds more of the stated relations again, most
    of all to datasets, networks and metrics that half of a field uses, and none of the citations held out."""
    cites: int = 8
    """One paper cites the other. This and the next count by themselves, in sixteenths of what equal texts have in
    common, and less where many papers are linked: so papers are found whose texts have nothing in common."""
    shared: int = 1
    """Both cite or are cited by the same papers."""


WEIGHTS = Weights()
