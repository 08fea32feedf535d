"""What goes stale: links, abstracts."""
