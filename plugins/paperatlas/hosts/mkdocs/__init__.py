"""The adapter for MkDocs and ProperDocs."""

from paperatlas.hosts.mkdocs.host import refuse_unsupported

refuse_unsupported()  # before anything is imported that another version may not have

from paperatlas.hosts.mkdocs.plugin import PaperAtlasPlugin  # noqa: E402

__all__ = ["PaperAtlasPlugin"]
