"""The adapter for MkDocs and ProperDocs."""

from paperatlas.hosts.mkdocs.plugin import PaperAtlasPlugin

__all__ = ["PaperAtlasPlugin"]
