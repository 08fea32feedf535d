"""The graph of related methods: from papers and relations to a drawing on a page."""
