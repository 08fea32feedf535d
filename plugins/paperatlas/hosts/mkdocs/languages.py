"""Several languages in one MkDocs site, as mkdocs-static-i18n builds them: once for each language.

That plugin puts the pages of every language but the first below a folder of its name, tells the language
switch and the sitemap which pages are translations of each other, and knows nothing of generated pages.
Here these are given what it gives to those it finds on disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from paperatlas.build.languages import Languages, read_languages
from paperatlas.build.options import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def languages_of(config: MkDocsConfig, language: str) -> tuple[Languages, str]:
    """Return the languages of the site, and the one that is being built.

    They are those of mkdocs-static-i18n if it is there, else `language`, else the theme's.
    """
    i18n: Any = config.plugins.get("i18n")
    if i18n is not None and i18n.current_language:
        return read_languages(i18n.config, language), i18n.current_language
    theme = config.theme
    one = language or str(theme.get("language") or theme.get("locale") or DEFAULT_LANGUAGE)
    return Languages((one,), one), one


def is_in_all_languages(config: MkDocsConfig) -> bool:
    """Return whether, at the end of a build, no further language is still to be built within it."""
    i18n: Any = config.plugins.get("i18n")
    return i18n is None or not i18n.building


def is_last_of_site(config: MkDocsConfig, languages: Languages, language: str) -> bool:
    """Return whether, at the beginning of a build, no further language is to be built after it.

    mkdocs-static-i18n builds the first language, and within that build goes through all of them in the order in which
    they are written: each that is not the one it has just built.
    """
    within_another = not is_in_all_languages(config)
    return language == languages.every[-1] and within_another == languages.several


def page_source_of(file: File) -> tuple[str, str]:
    """Return the path of a page's source without its language's suffix, and that language (empty if unknown)."""
    return getattr(file, "norm_src_uri", file.src_uri), getattr(file, "locale", None) or ""


def into_language(file: File, languages: Languages, language: str, config: MkDocsConfig) -> File:
    """Put the generated `file` where the pages of `language` are."""
    folder = languages.folder(language)
    if folder:
        # MkDocs derives the address from where the file goes, and remembers it.
        url = file.url
        file.dest_uri, file.url = folder + file.dest_uri, folder + url
    if languages.several and file.is_documentation_page():
        _set_translations(file, languages, language, config)
        announce(file, languages, language, config)
    return file


def announce(file: File, languages: Languages, language: str, config: MkDocsConfig) -> None:
    """Tell mkdocs-static-i18n, if it is there, of a page that its sitemap is to name."""
    if languages.several:
        i18n: Any = config.plugins["i18n"]
        i18n.i18n_files_per_language[language].append(file)


def _set_translations(file: File, languages: Languages, current: str, config: MkDocsConfig) -> None:
    """Give `file` what mkdocs-static-i18n gives to pages: its translations, which exist in every language."""
    page: Any = file
    bare_dest = file.dest_uri.removeprefix(languages.folder(current))
    page.locale = current
    page.locale_alternate_of = current
    page.norm_src_uri = file.src_uri
    page.alternates = {
        language: file
        if language == current
        else File(
            file.src_uri,
            config.docs_dir,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=languages.folder(language) + bare_dest,
        )
        for language in languages.every
    }


def reset_language_switch(config: MkDocsConfig) -> None:
    """Have pages without translations, such as that of a page not found, lead to the home page of each language.

    For each page mkdocs-static-i18n sets the attribute `extra.alternate`, and for a build the item of that name: in the
    builds after the first, templates would find the attribute first, as the last page of the build before left it.
    """
    vars(config.extra).pop("alternate", None)
