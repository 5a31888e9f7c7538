"""The values that everything else speaks of: frozen, without I/O, one noun a module."""
