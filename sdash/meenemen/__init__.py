"""What people take along: the rows of an answer as a file that any spreadsheet opens."""
