"""`undersigned init`: a workspace that is sound from its first minute."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from tests.support.tree import build_file_tree, read_file_tree
from undersigned import load, publish
from undersigned.errors import MachineFailed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_names_what_it_wrote_and_what_comes_next(run: Callable[..., Said], tmp_path: Path) -> None:
    """Every file is named, and so are the next three commands."""
    said = run("init", "my-campaigns")
    assert said.code == 0
    written = read_file_tree(tmp_path)
    assert sorted(said.out.splitlines()) == sorted(written)
    assert said.err == (
        "\nWhat to do next:\n"
        "  cd my-campaigns\n"
        "  undersigned render\n"
        "  undersigned new open-letter my-campaign/my-letter\n"
    )
    names = {name.removeprefix("my-campaigns/") for name in written}
    assert {"undersigned.toml", "README.md", ".gitignore", "signatories/directory.csv"} <= names
    assert any(re.fullmatch(r"recipients/[\w-]+\.yaml", name) for name in names)
    assert not any(name.startswith("recipients/catalogue/") for name in names)
    assert not any("private" in name or "starter" in name for name in names)


def test_nothing_of_ones_own_is_in_it(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a checkout that somebody works in, the example alone goes into a new workspace."""
    checkout, shipped = tmp_path / "checkout", load.builtin_root()
    for folder in ("templates", "recipients", "signatories"):
        ignore = shutil.ignore_patterns("fonts")
        shutil.copytree(shipped / folder, checkout / folder, ignore=ignore)
    mine = {
        "recipients/press.csv": "name,email\nMira Tavasz,mira@secret.example\n",
        "recipients/private/press.yaml": "recipients: []\n",
        "signatories/mine.csv": "name\nMira Tavasz\n",
        "signatories/logos/mine.svg": "<svg/>",
        "templates/blocks/mine.md": "---\ntitle: Mine\n---\nText\n",
        "templates/campaigns/mine/campaign.yaml": "title: Mine\n",
        "templates/campaigns/free-assembly/mine.md": "---\nkind: letter\n---\nText\n",
    }
    run("init", "before")
    build_file_tree(checkout, mine)
    monkeypatch.setattr(load, "builtin_root", lambda: checkout)
    assert run("init", "after").code == 0
    assert read_file_tree(tmp_path / "after") == read_file_tree(tmp_path / "before")


def test_what_it_wrote_is_sound(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sample has no finding, not even a warning, and every document of it is rendered."""
    run("init", "new")
    monkeypatch.chdir(tmp_path / "new")
    said = run("check", "--each")
    assert (said.code, said.out) == (0, ""), said
    said = run("render")
    assert (said.code, said.err) == (0, ""), said
    documents = json.loads(run("list", "documents", "--format", "json").out)
    assert {document["kind"] for document in documents} == {
        kind["name"] for kind in json.loads(run("list", "kinds", "--format", "json").out)
    }
    assert len(said.out.splitlines()) == 2 * sum(len(d["languages"]) for d in documents)


def test_every_file_names_its_schema(run: Callable[..., Said], tmp_path: Path) -> None:
    """An editor finds the schema of each YAML file and of each front matter."""
    run("init", "new")
    root = tmp_path / "new"
    for name in read_file_tree(root):
        path = PurePosixPath(name)
        if path.suffix not in {".yaml", ".md"} or name == "README.md":
            continue
        lines = (root / name).read_text(encoding="utf-8").splitlines()
        line = lines[0] if path.suffix == ".yaml" else lines[1]
        match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+\.json)", line)
        assert match, name
        assert (root / path.parent / match[1]).resolve().is_relative_to(root / ".schemas")
        assert json.loads((root / path.parent / match[1]).read_text("utf-8"))["properties"]


def test_into_an_empty_folder(run: Callable[..., Said], tmp_path: Path) -> None:
    """Without a name it is the folder where one is, if there is nothing in it."""
    said = run("init")
    assert said.code == 0
    assert (tmp_path / "undersigned.toml").is_file()
    again = run("init")
    assert (again.code, again.out) == (2, "")
    assert "name a new folder" in again.err


def test_overwrites_nothing(run: Callable[..., Said], tmp_path: Path) -> None:
    """One file in the way keeps all the others from being written, and is named."""
    build_file_tree(tmp_path / "mine", {"README.md": "mine", "other.txt": "mine"})
    said = run("init", "mine")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "mine/README.md: is there already, and is not overwritten [exists]\n"
        "    choose another name, or move it away first\n"
    )
    assert read_file_tree(tmp_path / "mine") == {"README.md": b"mine", "other.txt": b"mine"}


def test_a_full_disk_leaves_nothing(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk fills up half-way, what was written goes again."""

    def fail(path: Path, data: bytes) -> None:
        if path.name == "undersigned.toml":
            raise MachineFailed(f"cannot write {path.name}: No space left on device")
        publish.write_file(path, data)

    monkeypatch.setattr("undersigned.publish.tree.write_file", fail)
    said = run("init", "new")
    assert (said.code, said.out) == (4, "")
    assert said.err == "undersigned: cannot write undersigned.toml: No space left on device\n"
    assert list(tmp_path.iterdir()) == []


def test_where_a_file_is(run: Callable[..., Said], tmp_path: Path) -> None:
    """A file of the folder's name is the machine's failure, and stays."""
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    said = run("init", "taken")
    assert (said.code, said.out) == (4, "")
    assert (tmp_path / "taken").read_text("utf-8") == "mine"
