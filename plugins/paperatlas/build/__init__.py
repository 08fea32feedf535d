"""The pipeline: options -> read -> assemble -> pages and files. It knows no host."""
