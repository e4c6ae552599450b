"""The two sides of a comparison: files of the work tree or of a revision, read only where they differ."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kanalstrategi import read_files
from kanalstrategi.cli.git import GitError, Repository

LIBRARY = "strategier"
SUFFIXES = (".yml", ".yaml")

_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
"""A commit by its whole name, which nobody reads."""


@dataclass(frozen=True)
class Side:
    """What one argument names. `names` holds the content's name by the path below it; a file alone has one."""

    title: str
    folder: str
    """The name of the folder itself: a municipality's, where its files stand in no folder below it."""
    is_file: bool
    names: Mapping[str, str]
    read: Callable[[Iterable[str]], dict[str, bytes]]


@dataclass(frozen=True)
class Named:
    """An argument as it was understood: a path of the work tree, or a revision with a path in it."""

    title: str
    revision: str | None
    path: str | None


def understood(argument: str) -> Named:
    """What is there is a path; anything else is a revision, or a revision and a path: `main:strategier`."""
    if Path(argument).exists():
        return Named(argument, None, argument)
    revision, colon, path = argument.partition(":")
    if not revision:
        raise GitError("cli.diff.unknown", name=argument)
    return Named(argument, revision, path.strip("/") or None if colon else None)


def sides(arguments: list[str]) -> tuple[Side, Side]:
    """Both sides. One argument is compared with the work tree, none is the last commit compared with it."""
    named = [understood(argument) for argument in arguments]
    if not named:
        named = [Named("HEAD", "HEAD", None)]
    if len(named) == 1 and named[0].revision is None:
        named.insert(0, Named("HEAD", "HEAD", None))
    if len(named) == 1:
        named.append(Named("", None, None))
    path = next((each.path for each in named if each.revision is None and each.path), None)
    inside = next((each.path for each in named if each.revision is not None and each.path), None)
    first, second = (side_of(each, path, inside) for each in named)
    if first.is_file is not second.is_file:
        raise GitError("cli.diff.file_and_folder", before=first.title, after=second.title)
    return first, second


def side_of(named: Named, path: str | None, inside: str | None) -> Side:
    """`path` is the other side's path in the work tree, `inside` the other side's path in a revision."""
    if named.revision is None:
        return _work_tree(Path(named.path or _place(inside)), named.title)
    repository = _repository(named, path)
    commit = repository.commit(named.revision)
    if named.path:
        place = named.path
    elif path:
        place = _below_top(repository, Path(path))
    else:
        place = inside or f"{repository.prefix}{LIBRARY}"
    title = named.title
    if _COMMIT.fullmatch(named.revision):
        title = title.replace(named.revision, repository.short(commit), 1)
    return revision_side(repository, commit, place, title)


def _repository(named: Named, path: str | None) -> Repository:
    """The repository of the path on the other side. One outside all of them says nothing of where in ours to look."""
    try:
        return Repository.around(_folder_of(path))
    except GitError as error:
        if not path or error.key != "cli.git.no_repository":
            raise
        try:
            here = Repository.around(Path("."))
        except GitError:
            raise error from None
        if named.path:
            return here
        raise GitError("cli.diff.outside", name=path, revision=named.title) from error


def edition_of(path: str) -> str:
    """The edition that a hearing is about: it gives the hearing its name."""
    return f"{path.partition('.hoering')[0]}.yml" if ".hoering" in path else path


def differing(before: Side, after: Side) -> set[str]:
    """The files that are not the same in both, with the editions that the hearings among them are about."""
    paths = before.names.keys() | after.names.keys()
    found = {path for path in paths if before.names.get(path) != after.names.get(path)}
    return found | {edition_of(path) for path in found}


def beside_new(before: Side, after: Side) -> set[str]:
    """The other editions of the municipalities that have a new one: one of them is the edition before it."""
    folders = {path.rpartition("/")[0] for path in after.names.keys() - before.names.keys() if ".hoering" not in path}
    return {path for path in after.names if ".hoering" not in path and "/" in path and path.rpartition("/")[0] in folders}


def _folder_of(path: str | None) -> Path:
    """The folder whose repository is asked: that of the path on the other side, where there is one."""
    if not path:
        return Path(".")
    return Path(path) if Path(path).is_dir() else Path(path).parent


def _place(inside: str | None) -> str:
    """Where in the work tree the same files stand as inside a revision."""
    if not inside:
        return LIBRARY
    prefix = Repository.around(Path(".")).prefix
    return inside.removeprefix(prefix) if inside.startswith(prefix) else "../" * prefix.count("/") + inside


def _below_top(repository: Repository, path: Path) -> str:
    """A path of the work tree as the repository calls it."""
    return repository.prefix.rstrip("/") if path.is_dir() else f"{repository.prefix}{path.name}"


def revision_side(repository: Repository, commit: str, place: str, title: str) -> Side:
    """The YAML files at a place (from the top of the repository) of a commit."""
    if repository.is_folder(commit, place, title):
        entries = repository.entries(commit, place)
        names = {entry.path: entry.oid for entry in entries if entry.path.endswith(SUFFIXES) and not _is_hidden(entry.path)}
        is_file = False
    else:
        names, is_file = {"/".join(place.split("/")[-2:]): repository.oid(commit, place)}, True

    def read(paths: Iterable[str]) -> dict[str, bytes]:
        wanted = [path for path in paths if path in names]
        blobs = repository.blobs(names[path] for path in wanted)
        return {path: blobs[names[path]] for path in wanted}

    return Side(title, place.rpartition("/")[2], is_file, names, read)


def _is_hidden(path: str) -> bool:
    """Whether a file is no strategy, as for those who read a folder: templates stand in hidden ones."""
    return any(part.startswith(".") for part in path.split("/"))


def _work_tree(path: Path, title: str) -> Side:
    if not path.exists():
        raise GitError("cli.diff.nothing", name=path.as_posix())
    if path.is_dir():
        data = {Path(name).relative_to(path).as_posix(): held for name, held in read_files([path]).items()}
    else:
        whole = path.resolve()
        data = {f"{whole.parent.name}/{whole.name}": path.read_bytes()}

    def read(paths: Iterable[str]) -> dict[str, bytes]:
        return {name: data[name] for name in paths if name in data}

    return Side(title, path.resolve().name, path.is_file(), {name: _digest(held) for name, held in data.items()}, read)


def _digest(data: bytes) -> str:
    """The name that Git gives a content. In the rare repository with other hashes every file is read, and still right."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
