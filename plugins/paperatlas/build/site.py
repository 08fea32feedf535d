"""A project in one of its languages, as pages and files that a host only has to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import partial
from hashlib import sha256
from itertools import chain

from paperatlas.atlas import Address, Atlas
from paperatlas.atlas.addresses import CHANGES, MAP, PAPERS, READING
from paperatlas.atlas.indexes import with_papers
from paperatlas.atlas.model import Redirect
from paperatlas.build.built_site import BuiltSite, SiteSettings
from paperatlas.build.catalogue import ALL_RULES
from paperatlas.build.changed_days import days_of_changes, library_day
from paperatlas.build.compiled_templates import keep_compiled
from paperatlas.build.configuration import CONFIG_NAMES
from paperatlas.build.options import Options
from paperatlas.build.page_sources import markdown_source_of
from paperatlas.build.pictures import site_pictures, site_typefaces
from paperatlas.build.processes import processes_for
from paperatlas.build.project import Project
from paperatlas.build.related_work import current_related_work, related_when_asked
from paperatlas.build.rules import NO_MAP
from paperatlas.build.schema import mkdocs_schema
from paperatlas.build.templates import has_own_templates, shipped_templates, template_loader, templates_digest
from paperatlas.diagnostics.problem import Problem, Span
from paperatlas.exports.entry_exports import EntryExports
from paperatlas.exports.files import ExportFile, address_problems, export_files
from paperatlas.exports.formats import EXPORT_FORMATS
from paperatlas.exports.scripts import export_scripts, script_count
from paperatlas.exports.site import SiteInfo
from paperatlas.exports.texts import EntryTexts
from paperatlas.graph.graphviz import GRAPHVIZ
from paperatlas.graph.layout import cached_layout
from paperatlas.graph.rules import NO_GRAPHVIZ
from paperatlas.notes.schema import note_schema
from paperatlas.pages import Site, derived_relations, in_language, make_site, messages_for, plan_pages
from paperatlas.pages.digests import Digests
from paperatlas.pages.history.months import added_later, months_of
from paperatlas.pages.history.news import news_of
from paperatlas.pages.not_found import ADDRESS_LIST, addresses_json
from paperatlas.pages.reads import recorded
from paperatlas.pages.redirects import REDIRECTS, redirect_files, redirects_text
from paperatlas.similarity.derived import Related
from paperatlas.similarity.related_work import NO_RELATED_WORK
from paperatlas.storage.cache import key_of
from paperatlas.upkeep.abstracts.abstracts import ABSTRACTS_FILE, AuthorsAbstract, abstracts_of, load_abstracts

MANY_PAPERS = 1000
"""From so many papers on their exports are in their pages: three files for each of them would be half of all files of a
site, and to make a file takes a third as long as to make a page (`make bench`)."""


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
    options = project.options
    earlier = before.related_work if before else NO_RELATED_WORK
    alike = before and (before.site.language, before.options, before.settings) == (language, options, settings)
    indexes = with_papers(before.site.indexes, before.site.atlas, atlas) if before and alike else None
    related: Mapping[str, tuple[Related, ...]]
    if not options.pages:
        related, related_work = {}, NO_RELATED_WORK
    elif when_asked:
        related = related_when_asked(atlas, language, earlier, project.cache)
        related_work = earlier
    else:
        processes = processes_for(len(atlas.papers), options.processes)
        related_work = current_related_work(atlas, language, earlier, project.cache, processes)
        related = related_work.in_language(language)
    paper_files = has_paper_files(options, len(atlas.papers))
    texts = EntryTexts(project.cache)
    entry_exports = EntryExports(atlas, texts)
    own = make_site(
        atlas,
        messages_for(language),
        template_loader([project.root / options.templates] if options.templates else []),
        directory_urls=settings.directory_urls,
        index_threshold=options.index_threshold,
        folder=project.languages.folder(language),
        indexes=indexes,
        kinds=_page_kinds(options.pages, settings),
    )
    faces, no_pictures = site_typefaces(options, project.root, settings.url)
    site = replace(
        in_language(replace(own, abstracts=options.abstracts), language),
        related=related,
        lay_out=partial(cached_layout, project.cache / "layouts" if project.cache else None),
        name=settings.name,
        typefaces=faces,
        authors_abstracts=_authors_abstracts(project),
        changed=days_of_changes(project) if options.pages else {},
        has_exports=options.has_exports,
        paper_files=paper_files,
        export_scripts=script_count(len(atlas.papers)),
    )
    if "changes" in options.pages and months_of(site):
        site = replace(site, pages=site.pages | {CHANGES})
    keep_compiled(site.environment, [shipped_templates()])
    exports = export_files(
        atlas,
        SiteInfo(
            name=settings.name,
            language=language,
            url=settings.url,
            folder=site.folder,
            description=settings.description,
            paper_files=paper_files,
            pages=site.pages,
            directory_urls=settings.directory_urls,
            added=added_later(site),
            news=news_of(site),
        ),
        taken=settings.files,
        derived=partial(derived_relations, site),
        texts=entry_exports,
    )
    exported = _wanted(options, (*exports, *_schemas()) if options.has_exports else ())
    addresses = ExportFile(ADDRESS_LIST, partial(addresses_json, site), localised=True)
    former = (addresses, *_redirects(project, site, settings.url)) if options.pages else ()
    scripts = export_scripts(atlas, site.export_scripts, entry_exports) if _has_export_scripts(site) else ()
    pictures, undrawn = site_pictures(site, project.cache / "pictures" / language if project.cache else None)
    recorded_site, reads = recorded(site)
    return BuiltSite(
        site=site,
        recorded=recorded_site,
        reads=reads,
        digests=Digests(site, places=has_own_templates(site.environment)),
        made_with=_made_with(site, language, settings),
        pages={markdown_source_of(page.address): page for page in plan_pages(recorded_site, ALL_RULES)},
        files=tuple(file for file in chain(exported, scripts, former, pictures) if file.address not in settings.files),
        texts=texts,
        problems=(
            *_address_problems(atlas, settings, options, paper_files=paper_files),
            *_drawing_problems(atlas),
            *_map_problems(site, settings, options),
            *no_pictures,
            *undrawn,
        ),
        found_related=related_work,
        options=options,
        settings=settings,
        library_day=library_day(project, site.changed),
    )


def _made_with(site: Site, language: str, settings: SiteSettings) -> bytes:
    """Return a digest of what pages depend on besides what they are made from and read."""
    shown = [asdict(replace(settings, files={}, navigation=())), site.paper_files, site.export_scripts, site.abstracts]
    shown += [sorted(site.pages), site.has_code, site.has_exports, [face.digest for face in site.typefaces]]
    return sha256(key_of([language, site.folder, shown, templates_digest(site.environment), GRAPHVIZ])).digest()


def _address_problems(atlas: Atlas, settings: SiteSettings, options: Options, *, paper_files: bool) -> list[Problem]:
    """Report the addresses that exports of papers and files of the site share, where there are exports and pages."""
    if not options.has_exports or not options.pages:
        return []
    return list(address_problems(atlas, settings.files, paper_files=paper_files))


def _has_export_scripts(site: Site) -> bool:
    """Return whether pages load exports of papers, of which the first language of a site has the scripts."""
    by_papers = PAPERS in site.pages and not site.paper_files
    return not site.folder and (by_papers or (READING in site.pages and site.has_exports))


def _drawing_problems(atlas: Atlas) -> list[Problem]:
    """Report that graphs are drawn without Graphviz, if there are any."""
    return [NO_GRAPHVIZ.at(Span(CONFIG_NAMES[0]))] if atlas.relations and not GRAPHVIZ else []


def _map_problems(site: Site, settings: SiteSettings, options: Options) -> list[Problem]:
    """Report that the navigation names a map that a site wants, and that would show nothing."""
    page = markdown_source_of(MAP)
    own = page in site.atlas.documents_by_source
    missing = "map" in options.pages and MAP not in site.pages and page in settings.navigation and not own
    return [NO_MAP.at(Span(CONFIG_NAMES[0]), page=page)] if missing else []


def _page_kinds(wanted: Iterable[str], settings: SiteSettings) -> list[str]:
    """Return the kinds of pages that a site wants; not a home page where a file of the docs is one."""
    return [kind for kind in wanted if kind != "home" or "index.html" not in settings.files]


def _wanted(options: Options, exports: Iterable[ExportFile]) -> tuple[ExportFile, ...]:
    """Return the exports of a site: one without pages has the entries in each format, which name no page."""
    suffixes = tuple(kind.suffix for kind in EXPORT_FORMATS)
    return tuple(file for file in exports if options.pages or file.address.endswith(suffixes))


def has_paper_files(options: Options, papers: int) -> bool:
    """Return whether the exports of a paper are files; `papers` is how many there are."""
    wanted = options.paper_exports
    return options.has_exports and (
        wanted == "files" or (wanted == "auto" and papers < MANY_PAPERS and bool(options.pages))
    )


def _authors_abstracts(project: Project) -> Mapping[str, AuthorsAbstract]:
    """Return the abstracts that `paperatlas abstracts` fetched, by citation key.

    That there are none is no problem: a site is whole without them.
    """
    return abstracts_of(
        project.library.entries, load_abstracts(project.cache / ABSTRACTS_FILE) if project.cache else {}
    )


def _redirects(project: Project, site: Site, url: str) -> Iterator[ExportFile]:
    """Yield the pages at former addresses, and what hosts read of them."""
    redirects = [each for each in _all_redirects(project, site.atlas) if _is_there(site, each.address)]
    yield from redirect_files(site, redirects, url)
    if redirects and not site.folder:
        folders = tuple(map(project.languages.folder, project.languages.every))
        yield ExportFile(REDIRECTS, partial(redirects_text, site, redirects, folders, url))


def _is_there(site: Site, address: Address) -> bool:
    """Return whether a site has the page of a paper or a direction: the latter is hand-written."""
    return PAPERS in site.pages or not address.startswith(PAPERS)


def _all_redirects(project: Project, atlas: Atlas) -> tuple[Redirect, ...]:
    """Return the redirects of an atlas, and those of the first language: one note of a direction may name them all."""
    first = project.atlas.redirects
    return tuple({redirect.former: redirect for redirect in (*first, *atlas.redirects)}.values())


def _schemas() -> Iterator[ExportFile]:
    """Yield the schemas of what people write, for their editors."""
    for name, schema in (("mkdocs", mkdocs_schema), ("note", note_schema)):
        yield ExportFile(Address(f"schemas/{name}.json"), schema)
