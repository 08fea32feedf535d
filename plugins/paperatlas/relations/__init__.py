"""Atlas -> related work: stated, and laid out as a drawing."""
