"""The data folder at work: files in, commands answered, and everything that a server does."""
