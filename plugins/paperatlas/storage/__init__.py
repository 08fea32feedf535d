"""Files written whole or not at all, the one cache of values, and paths as people see them."""
