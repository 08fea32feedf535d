"""What a build of a project in one language results in: pages and files that a host only has to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from paperatlas.build.options import Options
from paperatlas.diagnostics.problem import Problem
from paperatlas.exports.files import ExportFile
from paperatlas.exports.texts import EntryTexts
from paperatlas.pages import PlannedPage, Site
from paperatlas.pages.digests import Digests
from paperatlas.pages.reads import Reads
from paperatlas.similarity.related_work import NO_RELATED_WORK, RelatedWhenAsked, RelatedWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What a host knows of the site.

    `files` are the files of the docs that are no pages, their paths for people by their addresses in the language that
    is built; one of them wins over what would be generated there. `navigation` is what the site's own names.
    """

    name: str
    url: str = ""
    description: str = ""
    directory_urls: bool = True
    files: Mapping[str, str] = field(default_factory=dict)
    navigation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The generated pages, by the Markdown file that a hand-written one would be made from, and all other files.

    `site` is what the generated parts of hand-written pages are made from. The pages are made from `recorded`, which is
    the same but that `reads` notes what is asked of it; `digests` tell whether that is the same in another build, and
    `made_with` the rest that all pages depend on. `texts` are the entries in the formats of
    the files, as far as these were made.
    """

    site: Site
    recorded: Site
    reads: Reads
    digests: Digests
    made_with: bytes
    pages: Mapping[str, PlannedPage]
    files: tuple[ExportFile, ...]
    texts: EntryTexts
    problems: tuple[Problem, ...]
    found_related: RelatedWork
    options: Options
    settings: SiteSettings
    library_day: str = ""
    """The day on which the library was last changed; empty where that is not known."""

    @property
    def related_work(self) -> RelatedWork:
        """Return what spares the next build the search for what is related to unchanged papers."""
        related = self.site.related
        return related.work if isinstance(related, RelatedWhenAsked) else self.found_related

    def find_all_related(self) -> None:
        """Find what is related to all papers, where that waits until it is asked for: at once it takes less time."""
        if isinstance(self.site.related, RelatedWhenAsked):
            self.site.related.find_all()

    def assume_related(self, before: BuiltSite, keys: Iterable[str]) -> None:
        """Have some papers related to what they were `before`, until `find_all_related`."""
        if isinstance(self.site.related, RelatedWhenAsked):
            earlier = before.site.related
            self.site.related.assume(earlier.found if isinstance(earlier, RelatedWhenAsked) else earlier, keys)

    def without_related_work(self) -> BuiltSite:
        """Return the site as the last one that a process builds: what spares the next search is not held.

        At 5,000 papers it is a fifth of the memory that a build takes.
        """
        return replace(self, found_related=NO_RELATED_WORK)

    def has_addresses_of(self, other: BuiltSite) -> bool:
        """Return whether all pages and files are at the addresses of those of another site, in the same order."""
        files = [[(file.address, file.localised) for file in site.files] for site in (self, other)]
        return [*self.pages] == [*other.pages] and files[0] == files[1]
