"""What a web server sends with a site: a policy that allows the inline scripts of its theme and no others."""
