"""What there is to know: immutable records, their closed vocabularies and their JSON form. No I/O."""
