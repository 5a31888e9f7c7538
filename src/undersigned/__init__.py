"""Draft, check and typeset the public letters of civil-society coalitions."""

__all__ = ["__version__"]

__version__ = "0.1.0"
