"""Reading one article: text and publication date in, facts with their exact words out. Pure and deterministic."""
