"""What an expression names, found by parsing it and not by searching its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from undersigned.errors import Findings, Location, did_you_mean

__all__ = [
    "FILTERS",
    "BlockUse",
    "check_names",
    "find_block_use",
    "loop_targets",
    "parse_expression",
    "parse_loop",
]

# What may stand behind "|" in a document: the language's own first, then of Jinja's those that
# neither make markup nor choose at random. `compose.sandbox` has them.
FILTERS = (
    "date", "listed", "number", "ordinal", "spelled_out",
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int",
    "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort", "string", "sum",
    "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip

_DEEPEST = 100
_ENVIRONMENT = Environment(autoescape=False)  # noqa: S701 - parses only, renders nothing


@dataclass(frozen=True)
class BlockUse:
    """A call of a block: its name (None where it is computed) and the parameters named."""

    name: str | None
    parameters: tuple[str, ...]
    faults: tuple[str, ...]


@lru_cache(maxsize=4096)
def _parsed(source: str) -> nodes.Template:
    return _ENVIRONMENT.parse(source)


def _refuse_depth(tree: nodes.Node) -> None:
    """Raise RecursionError here, and not in one of the walks that this tree is for."""
    level: list[nodes.Node] = [tree]
    for _depth in range(_DEEPEST):
        level = [child for node in level for child in node.iter_child_nodes()]
        if not level:
            return
    raise RecursionError


def _chooses_always(tree: nodes.Node, location: Location, findings: Findings) -> bool:
    """Whether every choice within the expression has its else: joined to other words, one
    without would print as nothing, since Jinja is lenient just there. The expression as a whole
    may be one: that it has no value today is told when it has none."""
    if all(choice.expr2 is not None for choice in tree.find_all(nodes.CondExpr)):
        return True
    findings.add(
        location,
        "expression",
        "the choice says nothing for the case that its condition does not hold",
        'write an else: {{ "…" if … else "…" }}',
    )
    return False


def parse_expression(source: str, location: Location, findings: Findings) -> nodes.Expr | None:
    """The expression's syntax tree, or None with a finding where it cannot be read."""
    if not source.strip():
        findings.add(location, "expression", "the expression is empty", "write a name inside {{ }}")
        return None
    try:
        tree = _parsed("{{ (" + source + ") }}")
        outer = tree.body[0] if tree.body else None
        if isinstance(outer, nodes.Output) and len(outer.nodes) == 1 and len(tree.body) == 1:
            inner = outer.nodes[0]
            if not isinstance(inner, nodes.TemplateData):
                _refuse_depth(tree)
                return inner if _chooses_always(inner, location, findings) else None
        raise TemplateSyntaxError("it is not one expression", 1)
    except TemplateSyntaxError as error:
        findings.add(
            location,
            "expression",
            f"cannot read the expression {{{{ {source} }}}}: {error.message}",
            "a text in it needs quotation marks; a name is letters, digits and _",
        )
        return None
    except RecursionError:
        findings.add(
            location,
            "expression",
            "cannot read the expression: it has too many parts inside each other",
            "write it as several",
        )
        return None


def loop_targets(source: str, location: Location, findings: Findings) -> tuple[str, ...]:
    """The names that `{% for … %}` binds."""
    fault = "it is not one loop, alone on its line"
    loop = None
    try:
        loop = _loop(source)
    except TemplateSyntaxError as error:
        fault = str(error.message)
    if loop is None:
        findings.add(
            location,
            "statement",
            f"cannot read the loop: {fault}",
            "write it as {% for name in signatories.organisations %}",
        )
        return ()
    found = [loop.target, *loop.target.find_all(nodes.Name)]
    return tuple(dict.fromkeys(n.name for n in found if isinstance(n, nodes.Name)))


def parse_loop(source: str) -> nodes.Node | None:
    """What stands after `for`, as a tree without its targets' scope; None where unreadable."""
    try:
        return _loop(source)
    except TemplateSyntaxError:
        return None


def _loop(source: str) -> nodes.For | None:
    """The loop's tree, or None where `source` ends it and goes on to something else."""
    try:
        tree = _parsed("{% for " + source + " %}{% endfor %}")
        _refuse_depth(tree)
    except RecursionError as error:
        raise TemplateSyntaxError("it has too many parts inside each other", 1) from error
    loop = tree.body[0]
    if len(tree.body) > 1 or not isinstance(loop, nodes.For) or loop.body or loop.else_:
        return None
    return loop


def find_block_use(tree: nodes.Expr) -> BlockUse | None:
    """The block that an expression calls, where it is `block(…)` and nothing else."""
    if not (isinstance(tree, nodes.Call) and isinstance(tree.node, nodes.Name)):
        return None
    if tree.node.name != "block":
        return None
    faults = []
    name = None
    if len(tree.args) >= 1 and isinstance(tree.args[0], nodes.Const):
        name = str(tree.args[0].value)
    if len(tree.args) > 1:
        faults.append('a parameter needs its name before it, as in country="…"')
    if tree.dyn_args is not None or tree.dyn_kwargs is not None:
        faults.append("the parameters are written out, not computed")
    return BlockUse(name, tuple(k.key for k in tree.kwargs), tuple(faults))


def iter_calls_of_block(tree: nodes.Expr) -> Iterator[nodes.Call]:
    """Every call of `block` in an expression, at any depth."""
    for call in [tree, *tree.find_all(nodes.Call)]:
        if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
            continue
        if call.node.name == "block":
            yield call


def check_names(
    tree: nodes.Node,
    known: Mapping[str, frozenset[str] | None],
    location: Location,
    findings: Findings,
) -> None:
    """Find names that nothing stands behind.

    `known` maps each variable to its attributes, or to None where it may have any.
    """
    everything = [tree, *tree.find_all(nodes.Node)]
    for filter_ in (node for node in everything if isinstance(node, nodes.Filter)):
        if filter_.name not in FILTERS:
            findings.add(
                location,
                "unknown-filter",
                f'unknown filter "{filter_.name}"',
                did_you_mean(filter_.name, FILTERS),
            )
    for test in (node for node in everything if isinstance(node, nodes.Test)):
        if test.name not in _ENVIRONMENT.tests:
            findings.add(
                location,
                "unknown-test",
                f'unknown test "{test.name}"',
                did_you_mean(test.name, _ENVIRONMENT.tests),
            )
    names_in = [node for node in everything if isinstance(node, nodes.Name)]
    bound = {n.name for n in names_in if n.ctx == "store"}
    told: set[str] = set()
    for name in names_in:
        if name.name not in known and name.name not in bound and name.name not in told:
            told.add(name.name)
            findings.add(
                location,
                "unknown-variable",
                f'unknown variable "{name.name}"',
                did_you_mean(name.name, known) or "known here: " + ", ".join(sorted(known)),
            )
    for node in everything:
        if not isinstance(node, nodes.Getattr | nodes.Getitem):
            continue
        attribute = node.attr if isinstance(node, nodes.Getattr) else _constant(node.arg)
        if isinstance(node.node, nodes.Name) and isinstance(attribute, str):
            _check_attribute(node.node.name, attribute, known, location, findings)


def _constant(node: nodes.Node) -> object:
    return node.value if isinstance(node, nodes.Const) else None


def _check_attribute(
    root: str,
    attribute: str,
    known: Mapping[str, frozenset[str] | None],
    location: Location,
    findings: Findings,
) -> None:
    attributes = known.get(root)
    if attributes is None or attribute in attributes:
        return
    singular = {"facts": "fact"}.get(root)
    what = f'unknown {singular} "{attribute}"' if singular else f'"{root}" has no "{attribute}"'
    near = did_you_mean(attribute, attributes)
    if not near and attributes:
        near = "known: " + ", ".join(sorted(attributes))
    elif not near and root == "facts":
        near = "write it under facts: in campaign.yaml"
    findings.add(location, f"unknown-{singular or 'attribute'}", what, near)


def statement_parts(text: str) -> tuple[str, str] | None:
    """The word and the rest of a line `{% word rest %}`, or None where it is none."""
    match = re.fullmatch(r"\{%[-+]?\s*(\w+)\b(.*?)[-+]?%\}", text.strip(), re.DOTALL)
    return (match.group(1), match.group(2).strip()) if match else None
