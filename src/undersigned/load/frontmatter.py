"""Front matter: the YAML between two lines of three dashes at the head of a Markdown file."""

from __future__ import annotations

from dataclasses import dataclass

from undersigned.errors import Finding, InvalidInput, Location
from undersigned.load.yaml_source import YamlTree, parse_yaml

__all__ = ["FrontMatter", "split_front_matter"]


@dataclass(frozen=True)
class FrontMatter:
    """The parsed head of a file, and its body with the line on which that begins."""

    tree: YamlTree
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Split a file. Raises `InvalidInput` where the head is missing or does not end."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise InvalidInput(
            [
                Finding(
                    Location(path, 1, 1),
                    "front-matter",
                    "the file has no front matter",
                    "its first line is --- and a second --- ends what stands there as key: value",
                )
            ]
        )
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            tree = parse_yaml("\n".join(lines[1:index]) + "\n", path, first_line=2)
            return FrontMatter(tree, "\n".join(lines[index + 1 :]), index + 2)
    raise InvalidInput(
        [
            Finding(
                Location(path, 1, 1),
                "front-matter",
                "the front matter has no end",
                "write --- on a line of its own before the text begins",
            )
        ]
    )
