"""What an entry is made of: fields, names, dates, identifiers, marked-up text."""
