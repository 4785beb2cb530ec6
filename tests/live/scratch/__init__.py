"""A small site behind the real door: notes that everybody reads, on a server of its own process."""
