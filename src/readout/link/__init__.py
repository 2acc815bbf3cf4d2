"""The same thing across articles: contacts and commitments joined by pure functions of the set of reports. No I/O."""
