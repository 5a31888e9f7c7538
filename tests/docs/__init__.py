"""Every command and example of the docs runs."""
