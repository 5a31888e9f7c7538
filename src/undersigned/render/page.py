"""The letter as one HTML page: what is distributed as such, and what the PDF is made from."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from undersigned.errors import Finding, Location, NotFound, RenderFailed
from undersigned.model.letter import Letter
from undersigned.render.families import css_families
from undersigned.render.parts import Parts
from undersigned.render.phrases import css_content, css_string, get_phrase
from undersigned.render.scripts import main_script
from undersigned.render.signatures import Signatures
from undersigned.render.stylesheet import Stylesheet, build_stylesheet, layer_files

__all__ = ["Page", "fill_template", "set_page"]


@dataclass(frozen=True)
class Page:
    """The page, and the stylesheet in it, by which the place of a fault in a layout is found."""

    html: str
    stylesheet: Stylesheet
    layout: Location


def set_page(letter: Letter, layers: Sequence[Path], *, sheets: Sequence[str] = ()) -> Page:
    """The page of the letter, by the first layout of its name in `layers`. `sheets` are further
    stylesheets, before that of the layout."""
    folder = letter.layout
    name = f"{folder}/letter.html"
    template_file = layer_files([name], layers)
    if not template_file:
        raise NotFound("layout", folder, [str(_layouts(layer)) for layer in layers], _known(layers))
    path, layer = template_file[0]
    parts = Parts(letter)
    base = ("_base/tokens.css", "_base/base.css", "_base/parts.css")
    stylesheet = build_stylesheet(
        layer_files([*base, *sheets, f"{folder}/style.css"], layers),
        _generated_css(letter, parts.signatures),
    )
    context = {
        "letter": letter,
        "language": letter.language.replace("_", "-"),
        "script": main_script(letter.language),
        # CSS is no text: what could end its element is taken out where it is put together.
        "stylesheet": Markup(stylesheet.text),  # noqa: S704
        "parts": parts,
    }
    html = fill_template(name, context, layers)
    return Page(html, stylesheet, Location(path.relative_to(layer).as_posix()))


def fill_template(name: str, context: Mapping[str, object], layers: Sequence[Path]) -> str:
    """A template of a layout, filled in; raises `RenderFailed` for faults in it."""
    try:
        return _environment(tuple(layers)).get_template(name).render(context)
    except TemplateError as error:
        raise RenderFailed([_template_finding(error, layers)]) from error


@lru_cache(maxsize=4)
def _environment(layers: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([_layouts(layer) for layer in layers]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _layouts(layer: Path) -> Path:
    return layer / "templates" / "layouts"


def _known(layers: Sequence[Path]) -> list[str]:
    return sorted(
        {path.parent.name for layer in layers for path in _layouts(layer).glob("*/letter.html")}
    )


def _generated_css(letter: Letter, signatures: Signatures | None) -> str:
    """What only the letter knows: its fonts, and its wording at the head and foot of a page."""
    wording = letter.wording
    serif, sans = css_families(letter)
    number = css_content(get_phrase(wording, "letter.page"), wording)
    rules = [
        f":root {{ --serif: {serif}; --sans: {sans}; --numbering: {wording.numbering}; }}",
        "@media print { @page { @bottom-center { content: " + number + "; } }",
        "@page :first { @bottom-center { content: none; } } }",
    ]
    if signatures and signatures.numbered:
        pad = f'pad: {signatures.digits} "\\2007 "'
        rules.append(f"@counter-style signatory {{ system: extends {wording.numbering}; {pad}; }}")
    if letter.is_draft:
        mark = css_string(get_phrase(wording, "letter.draft"))
        rules.append(f"@media print {{ @page {{ @top-center {{ content: {mark}; }} }}")
        # The first page has the mark in its text, where a screen reader finds it too.
        rules.append("@page :first { @top-center { content: none; } } }")
    return "\n".join(rules)


def _template_finding(error: TemplateError, layers: Sequence[Path]) -> Finding:
    """The fault as a finding at its place in a layout's file."""
    path, line = "", 0
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or error.name or "", error.lineno
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename.endswith(".html"):
                path, line = frame.filename, frame.lineno or 0
    for layer in layers:
        if path and Path(path).is_relative_to(layer):
            path = Path(path).relative_to(layer).as_posix()
    message = error.message or str(error)
    return Finding(Location(path or "letter.html", line), "layout-error", message)
