"""What has changed since entries were written: their code, their preprints, their publications."""
