"""Pure: a dossier becomes a letter. No file is read and no clock is asked here."""

from undersigned.compose.letter import compose_letter

__all__ = ["compose_letter"]
