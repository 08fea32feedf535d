"""Lists that grow with the library: on one page as long as a reader can use it, on numbered pages above that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from paperatlas.atlas.addresses import Address, list_part_address

MOST_ON_ONE_PAGE = 500
"""A longer list is divided. Of the table of papers, whose rows are the longest, so many are 300 kB of HTML and take a
browser 50 ms to filter at every key."""
ITEMS_PER_PAGE = 200
"""How many items a page of a divided list has: it is there at once on a phone, and the number of pages stays small."""
_NEIGHBOURS = 2
"""How many pages before and behind the one the reader is on have a link."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class ListPart(Generic[_Item]):
    """One page of a list: page `number` of `count`, with its items. The first of them stands at `first`."""

    first: Address
    base: Address
    number: int
    count: int
    items: tuple[_Item, ...]

    @property
    def address(self) -> Address:
        """Return the address of this page."""
        return self.page(self.number)

    @property
    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the pages that this one links to, in order; 0 stands for those left out between two."""
        before = 0
        for number in range(1, self.count + 1):
            if number in (1, self.count) or abs(number - self.number) <= _NEIGHBOURS:
                if number > before + 1:
                    yield 0
                yield number
                before = number

    def page(self, number: int) -> Address:
        """Return the address of page `number` of the list."""
        return self.first if number == 1 else list_part_address(self.base, number)


def parts_of(
    base: Address,
    items: Sequence[_Item],
    first: Address | None = None,
    *,
    most: int = MOST_ON_ONE_PAGE,
    size: int = ITEMS_PER_PAGE,
) -> tuple[ListPart[_Item], ...]:
    """Return the pages of a list, one at least: `base`, `base` + `page/2/` and so on.

    A list of `most` items has one page, a longer one has pages of `size`. Where the first stands inside another page,
    `first` is its address.
    """
    if len(items) <= most:
        size = max(len(items), 1)
    starts = range(0, len(items), size) or range(1)
    return tuple(
        ListPart(first or base, base, number, len(starts), tuple(items[start : start + size]))
        for number, start in enumerate(starts, start=1)
    )
