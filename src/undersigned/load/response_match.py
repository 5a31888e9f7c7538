"""Which responses of a newer export were imported before.

An id or a time alone settles nothing: a column that counts rows gives a response another one's
number as soon as one is added above it. Whoever is named must be the same, or a person is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from undersigned.load.form_response import WHO, Earlier, Response

__all__ = ["Found", "match_responses"]

_CONSENT = frozenset({"publish", "anonymous", "consent", "status"})
# What another export of the same form may write otherwise.
_KEYS = frozenset({"response", "signed_on"})
_MOST = 40


@dataclass(frozen=True)
class Found:
    """The earlier response that one is, or may be: then `why` says what speaks for it. `by_name`:
    its name alone does, which a row may still go by."""

    earlier: Earlier
    why: str = ""
    by_name: bool = False


def match_responses(
    responses: Sequence[Response], earlier: Sequence[Earlier], *, organisations: bool = False
) -> dict[int, Found]:
    """By line; those that are new are left out. `organisations`: who signs is an organisation,
    wherever a response names one."""
    work = _Work(earlier, organisations)
    for step in (work.by_key, work.by_another_name, work.by_who):
        for response in responses:
            if response.line not in work.found:
                step(response)
    for response in responses:
        if response.line not in work.found:
            same = next(work.of_one_name(response, claimed=True), None)
            if same is not None:
                why = "one name, which no row goes by any more"
                work.found[response.line] = Found(same, why, by_name=True)
    return work.found


@dataclass
class _Work:
    earlier: Sequence[Earlier]
    organisations: bool
    found: dict[int, Found] = field(default_factory=dict)
    claimed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.keys: dict[str, list[Earlier]] = defaultdict(list)
        self.names: dict[str, list[Earlier]] = defaultdict(list)
        for one in self.earlier:
            self.keys[one.key].append(one)
            for name in self._names(one.parts):
                self.names[name].append(one)

    def by_key(self, response: Response) -> None:
        """The same key, and the same name; of several the one that says most of the same."""
        same = [
            one
            for one in self.keys.get(response.key, ())
            if id(one) not in self.claimed and self._meet(response.parts, one.parts)
        ]
        if same:
            self._claim(response, min(same, key=lambda one: len(response.differs(one.parts))))

    def by_another_name(self, response: Response) -> None:
        """The same key and another name: a response that was changed, or another one."""
        for one in self.keys.get(response.key, ()):
            if id(one) not in self.claimed or response.key.startswith("i"):
                what = {"i": "response id", "t": "time and e-mail address"}
                why = f"one {what.get(response.key[:1], 'response')}, and another name"
                self.found[response.line] = Found(one, why)
                return

    def by_who(self, response: Response) -> None:
        """The same name, where the one has another kind of key than the other, or both have none
        but all that they say: a column came in, or went."""
        best: tuple[int, Earlier] | None = None
        for one in self.of_one_name(response):
            kinds = {response.key[:1], one.key[:1]}
            if kinds in ({"i"}, {"t"}) or _conflict("email", response.parts, one.parts):
                continue
            left = set(response.differs(one.parts)) - _CONSENT
            left -= _KEYS if len(kinds) > 1 else set()
            if best is None or len(left) < best[0]:
                best = len(left), one
        if best is None:
            return
        number, one = best
        sure = response.parts.get("organisation") or (
            response.parts.get("email") and one.parts.get("email")
        )
        if number == 0 or (sure and "signed_on" not in response.differs(one.parts)):
            self._claim(response, one)
        else:
            self.found[response.line] = Found(one, "one name, and something else is said", True)

    def of_one_name(self, response: Response, *, claimed: bool = False) -> Iterator[Earlier]:
        """Earlier responses that name the same."""
        for name in self._names(response.parts):
            for one in self.names.get(name, ())[:_MOST]:
                free = claimed or id(one) not in self.claimed
                if free and self._meet(response.parts, one.parts):
                    yield one

    def _claim(self, response: Response, one: Earlier) -> None:
        self.claimed.add(id(one))
        self.found[response.line] = Found(one)

    def _meet(self, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
        """Whether both name the same, by all that both say."""
        if self._signs_as_organisation(one) and other.get("organisation"):
            return one["organisation"] == other["organisation"]
        both = [name for name in WHO if one.get(name) and other.get(name)]
        if both:
            return all(one[name] == other[name] for name in both)
        mine, its = ({said[n] for n in WHO if said.get(n)} for said in (one, other))
        return bool(mine & its) or not (mine or its)

    def _signs_as_organisation(self, parts: Mapping[str, str]) -> bool:
        return self.organisations and bool(parts.get("organisation")) and not parts.get("kind")

    def _names(self, parts: Mapping[str, str]) -> Iterator[str]:
        """By what one of the same name is found: a person's, else the organisation's, which many
        people may share."""
        person = parts.get("person") or parts.get("name") or ""
        person = person or parts.get("given", "") + parts.get("family", "")
        if person and not self._signs_as_organisation(parts):
            yield person
        if parts.get("organisation") and (not person or self.organisations):
            yield parts["organisation"]
        elif parts.get("id"):
            yield parts["id"]


def _conflict(name: str, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return bool(one.get(name) and other.get(name)) and one[name] != other[name]
