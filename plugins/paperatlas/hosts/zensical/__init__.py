"""The adapter for Zensical.

Zensical runs no plugins, so its pages are written before it starts: hand-written pages with their citations marked,
generated ones whole, into a stage below the cache, with a configuration that follows from `mkdocs.yml`. Zensical builds
one language at a time; an extension of Python-Markdown that it loads puts the generated parts into the pages.
"""
