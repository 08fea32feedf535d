"""A site that is built in parts, by several jobs at once, and put together from them."""
