"""The words of the reader's own marks, and of the page that lists them."""
