"""Charts as SVG, drawn on the server: no script, no library, every mark a link with its words in a title."""
