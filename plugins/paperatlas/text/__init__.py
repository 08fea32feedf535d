"""Words and letters of any language: order, near misses."""
