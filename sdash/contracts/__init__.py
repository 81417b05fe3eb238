"""What one record must be: one frozen model a record, aliases are the source's own names."""
