"""What a site asks of its entries and notes beyond what BibTeX asks: the option `require`, which is off by default."""
