"""Every word that the site or a command says to people."""
