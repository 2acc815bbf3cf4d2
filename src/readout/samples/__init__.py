"""Sample articles, written for this project from public facts, so that a fresh installation has something to read."""
