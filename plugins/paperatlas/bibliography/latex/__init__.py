"""LaTeX -> marked-up text."""
