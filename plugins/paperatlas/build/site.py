"""A project in one of its languages, as pages and files that a host only has to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from paperatlas.atlas import Address, Atlas
from paperatlas.atlas.addresses import LISTS
from paperatlas.atlas.indexes import with_papers
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.compiled_templates import keep_compiled
from paperatlas.build.options import PaperExports
from paperatlas.build.project import Project
from paperatlas.build.schema import mkdocs_schema
from paperatlas.build.templates import has_own_templates, shipped_templates, template_loader, templates_digest
from paperatlas.diagnostics.problem import Problem
from paperatlas.exports.files import ExportFile, address_problems, export_files, paper_exports
from paperatlas.exports.site import SiteInfo
from paperatlas.exports.texts import EntryTexts
from paperatlas.graph.layout import cached_layout
from paperatlas.notes.schema import note_schema
from paperatlas.pages import PlannedPage, Site, derived_relations, make_site, messages_for, plan_pages
from paperatlas.pages.digests import Digests
from paperatlas.pages.reads import Reads, recorded
from paperatlas.similarity.cache import load_related_work, save_related_work
from paperatlas.similarity.derived import Related
from paperatlas.similarity.related_work import NO_RELATED_WORK, RelatedWhenAsked, RelatedWork, find_related_work
from paperatlas.storage.cache import key_of
from paperatlas.upkeep.abstracts.abstracts import ABSTRACTS_FILE, AuthorsAbstract, abstracts_of, load_abstracts

MANY_PAPERS = 1000
"""From so many papers on their exports are in their pages: three files for each of them would be half of all files of a
site, and to make a file takes a third as long as to make a page (`make bench`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What a host knows of the site.

    `files` are the files of the docs that are no pages, their paths for people by their addresses in the language that
    is built; one of them wins over what would be generated there.
    """

    name: str
    url: str = ""
    description: str = ""
    directory_urls: bool = True
    files: Mapping[str, str] = field(default_factory=dict)


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
    index_threshold: int

    @property
    def related_work(self) -> RelatedWork:
        """Return what spares the next build the search for what is related to unchanged papers."""
        related = self.site.related
        return related.work if isinstance(related, RelatedWhenAsked) else self.found_related

    def has_addresses_of(self, other: BuiltSite) -> bool:
        """Return whether all pages and files are at the addresses of those of another site, in the same order."""
        files = [[(file.address, file.localised) for file in site.files] for site in (self, other)]
        return [*self.pages] == [*other.pages] and files[0] == files[1]


def build_site(
    project: Project,
    language: str,
    settings: SiteSettings,
    before: BuiltSite | None = None,
    *,
    when_asked: bool = False,
) -> BuiltSite:
    """Make the site of a project in one of its languages; `before` is the last one, and spares some of the work.

    Related papers are found at once, or for each paper `when_asked`.
    """
    atlas = project.atlases[language]
    earlier = before.related_work if before else NO_RELATED_WORK
    same_rows = (
        before and before.site.language == language and before.index_threshold == project.options.index_threshold
    )
    indexes = with_papers(before.site.indexes, before.site.atlas, atlas) if before and same_rows else None
    related: Mapping[str, tuple[Related, ...]]
    if when_asked:
        related = related_when_asked(atlas, language, earlier, project.cache)
        related_work = earlier
    else:
        related_work = current_related_work(atlas, language, earlier, project.cache)
        related = related_work.in_language(language)
    paper_files = has_paper_files(project.options.paper_exports, len(atlas.papers))
    texts = EntryTexts(project.cache)
    site = replace(
        make_site(
            atlas,
            messages_for(language),
            template_loader([project.root / project.options.templates] if project.options.templates else []),
            directory_urls=settings.directory_urls,
            index_threshold=project.options.index_threshold,
            folder=project.languages.folder(language),
            related=related,
            indexes=indexes,
        ),
        lay_out=partial(cached_layout, project.cache / "layouts" if project.cache else None),
        abstracts=project.options.abstracts,
        language=language,
        authors_abstracts=_authors_abstracts(project),
        paper_exports=None if paper_files else partial(paper_exports, texts=texts),
    )
    keep_compiled(site.environment, [shipped_templates()])
    exports = export_files(
        atlas,
        SiteInfo(settings.name, language, settings.url, site.folder, settings.description, paper_files),
        taken=settings.files,
        derived=partial(derived_relations, site),
        texts=texts,
    )
    recorded_site, reads = recorded(site)
    return BuiltSite(
        site=site,
        recorded=recorded_site,
        reads=reads,
        digests=Digests(site, places=has_own_templates(site.environment)),
        made_with=_made_with(site, language, settings),
        pages={markdown_source_of(page.address): page for page in plan_pages(recorded_site, ALL_RULES)},
        files=(*exports, *(schema for schema in _schemas() if schema.address not in settings.files)),
        texts=texts,
        problems=tuple(address_problems(atlas, settings.files, paper_files=paper_files)),
        found_related=related_work,
        index_threshold=project.options.index_threshold,
    )


def _made_with(site: Site, language: str, settings: SiteSettings) -> bytes:
    """Return a digest of what pages depend on besides what they are made from and read."""
    shown = [asdict(replace(settings, files={})), site.paper_exports is None, site.abstracts]
    return sha256(key_of([language, site.folder, shown, templates_digest(site.environment)])).digest()


def has_paper_files(wanted: PaperExports, papers: int) -> bool:
    """Return whether the exports of a paper are files; `papers` is how many there are."""
    return wanted == "files" or (wanted == "auto" and papers < MANY_PAPERS)


def markdown_source_of(address: Address) -> str:
    """Return the Markdown file that a hand-written page at `address` would be made from."""
    return f"{address}index.md" if address in LISTS else f"{address.rstrip('/')}.md"


def current_related_work(atlas: Atlas, language: str, earlier: RelatedWork, cache: Path | None) -> RelatedWork:
    """Find related papers, as far as something has changed since `earlier`, else since what the cache holds."""
    earlier = _loaded(earlier, cache)
    found = find_related_work(atlas, language, earlier)
    if cache is not None and found is not earlier:
        save_related_work(cache, found)
    return found


def related_when_asked(atlas: Atlas, language: str, earlier: RelatedWork, cache: Path | None) -> RelatedWhenAsked:
    """Return the related papers of each paper, found when they are asked for, from the same as above."""
    save = partial(save_related_work, cache) if cache else lambda _: None
    return RelatedWhenAsked(atlas, language, _loaded(earlier, cache), save)


def _loaded(earlier: RelatedWork, cache: Path | None) -> RelatedWork:
    return load_related_work(cache) if earlier is NO_RELATED_WORK and cache is not None else earlier


def _authors_abstracts(project: Project) -> Mapping[str, AuthorsAbstract]:
    """Return the abstracts that `paperatlas abstracts` fetched, by citation key.

    That there are none is no problem: a site is whole without them.
    """
    return abstracts_of(
        project.library.entries, load_abstracts(project.cache / ABSTRACTS_FILE) if project.cache else {}
    )


def _schemas() -> Iterator[ExportFile]:
    """Yield the schemas of what people write, for their editors."""
    for name, schema in (("mkdocs", mkdocs_schema), ("note", note_schema)):
        yield ExportFile(Address(f"schemas/{name}.json"), schema)
