"""From YAML to checked values: runs a pydantic model over a tree and words what it says.

pydantic validates files and nothing else; its models live in `load.schemas`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from undersigned.errors import Finding, Findings, InvalidInput, did_you_mean
from undersigned.load.yaml_source import YamlTree, as_mapping

__all__ = ["Schema", "validate", "validate_rest"]


class Schema(BaseModel):
    """The root of every file's model: unknown keys are errors, values do not change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True
    )


S = TypeVar("S", bound=Schema)


def validate(model: type[S], tree: YamlTree) -> S:
    """The file's values as `model`. Raises `InvalidInput` with every fault in it."""
    try:
        return model.model_validate(as_mapping(tree))
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InvalidInput(_finding(model, tree, detail) for detail in details) from error


def validate_rest(model: type[S], tree: YamlTree, findings: Findings) -> S | None:
    """The file's values without the top-level keys that are wrong, which become findings, so
    that what else is wrong can be found too. None where nothing is left to go on with."""
    for _attempt in range(2):
        try:
            return validate(model, tree)
        except InvalidInput as error:
            findings.items.extend(error.findings)
            cause = error.__cause__
            if not isinstance(cause, ValidationError) or not isinstance(tree.value, dict):
                return None
            wrong = {detail["loc"][0] for detail in cause.errors() if detail["loc"]}
            kept = {key: value for key, value in tree.value.items() if key not in wrong}
            tree = replace(tree, value=kept)
    return None


def _finding(model: type[Schema], tree: YamlTree, detail: Any) -> Finding:
    kind = str(detail["type"])
    path = detail["loc"]
    # pydantic names members of a union in the path: only what is in the file is a name.
    in_file = path if kind in ("missing", "extra_forbidden") else tree.real_path(path)
    name = next((str(part) for part in reversed(in_file) if isinstance(part, str)), "")
    given = detail.get("input")
    if kind == "extra_forbidden":
        known = _known_keys(model, path[:-1])
        hint = did_you_mean(name, known) or (
            "known keys: " + ", ".join(sorted(known)) if len(known) <= 12 else ""
        )
        return Finding(tree.key_at(path), "unknown-key", f'unknown key "{name}"', hint)
    if kind == "missing":
        return Finding(tree.at(path[:-1]), "missing-key", f'the key "{name}" is missing')
    message, hint = _SAID.get(kind, _other)(name, given, detail)
    return Finding(tree.at(path), "value", message, hint)


def _known_keys(model: type[BaseModel], path: tuple[Any, ...]) -> set[str]:
    """The keys that the model at this path knows, found by walking pydantic's own schema."""
    models = [model]
    for part in path:
        if not isinstance(part, str):
            continue
        inner = [
            candidate
            for m in models
            if part in m.model_fields
            for candidate in _models_in(m.model_fields[part].annotation)
        ]
        models = inner or [m for m in models if m.__name__ == part] or models
    return {field.alias or name for m in models for name, field in m.model_fields.items()}


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    found: list[type[BaseModel]] = []
    for argument in getattr(annotation, "__args__", ()):
        found.extend(_models_in(argument))
    return found


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}…"'
    if value is None:
        return "nothing"
    return {"dict": "a group of keys", "list": "a list"}.get(type(value).__name__, "this")


def _date(name: str, given: object, _detail: Any) -> tuple[str, str]:
    return f"{_shown(given)} is not a date", f"write {name}: 2026-01-31 (year-month-day)"


def _choice(name: str, given: object, detail: Any) -> tuple[str, str]:
    context = detail.get("ctx", {})
    expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    choices = [choice.strip() for choice in expected.split(",") if choice.strip()]
    hint = did_you_mean(str(given), choices) or "one of " + ", ".join(choices)
    return f'{_shown(given)} is not a value of "{name}"', hint


def _empty(name: str, _given: object, _detail: Any) -> tuple[str, str]:
    return f'"{name}" is empty', "fill it in, or take the line out"


def _text(name: str, given: object, _detail: Any) -> tuple[str, str]:
    if given is None:
        return f'"{name}" is empty', "fill it in, or take the line out"
    return f'"{name}" takes text, not {_shown(given)}', ""


def _list(name: str, given: object, _detail: Any) -> tuple[str, str]:
    return f'"{name}" takes a list, not {_shown(given)}', "write each item on a line after a dash"


def _mapping(name: str, given: object, _detail: Any) -> tuple[str, str]:
    return f'"{name}" takes a group of keys, not {_shown(given)}', ""


def _boolean(name: str, given: object, _detail: Any) -> tuple[str, str]:
    return f'"{name}" is true or false, not {_shown(given)}', ""


def _own(_name: str, _given: object, detail: Any) -> tuple[str, str]:
    message, _, hint = str(detail["msg"]).removeprefix("Value error, ").partition(" | ")
    return message, hint


def _country(name: str, given: object, _detail: Any) -> tuple[str, str]:
    return f'{_shown(given)} is not a value of "{name}"', "two capitals (ISO 3166), as in FR"


def _other(name: str, given: object, detail: Any) -> tuple[str, str]:
    return f'{_shown(given)} does not fit "{name}": {detail["msg"]}', ""


_SAID: dict[str, Callable[[str, object, Any], tuple[str, str]]] = {
    "date_from_datetime_parsing": _date,
    "date_parsing": _date,
    "date_type": _date,
    "date_from_datetime_inexact": _date,
    "enum": _choice,
    "literal_error": _choice,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_type": _text,
    "list_type": _list,
    "tuple_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "bool_parsing": _boolean,
    "bool_type": _boolean,
    # The one key whose text has a pattern.
    "string_pattern_mismatch": _country,
    "value_error": _own,
}
