"""The page of the form and the files beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from kanalstrategi.cms.configuration import Repository
from kanalstrategi.components.environment import environment
from kanalstrategi.i18n import Catalog

FOLDER: Final = "admin"

_HERE: Final = Path(str(files("kanalstrategi.cms"))) / "page"

POLICY: Final = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' blob: {reached}; base-uri 'none'; form-action 'none'"
)
"""Looser than that of the other pages, on this page only: Decap CMS compiles the check of its own
configuration while it runs (`unsafe-eval`), writes its styles into the page (`unsafe-inline`), keeps
files in the browser while they are edited (`blob:`), and speaks with the Git host."""


def packages_folder(cache: Path) -> Path:
    """Where `scripts/editor.py` puts the programs of others, by what is pinned."""
    return cache / f"cms-{sha256((_HERE.parent / 'packages.json').read_bytes()).hexdigest()[:12]}"


def page_files(
    configuration: Mapping[str, Any], repository: Repository, packages: Path, site_name: str, words: Catalog
) -> dict[str, str | bytes]:
    """Every file of the form by its path on the site. Raises `FileNotFoundError` without the programs of others."""
    if not packages.is_dir():
        raise FileNotFoundError(packages)
    policy = POLICY.format(reached=" ".join(repository.reached))
    template = environment(words.language).get_template("cms/page/page.html.jinja")
    page = template.render(t=words, policy=policy, site_name=site_name)
    found: dict[str, str | bytes] = {
        f"{FOLDER}/index.html": page,
        f"{FOLDER}/formular.json": json.dumps(configuration, ensure_ascii=False),
    }
    for own in sorted([*_HERE.glob("*.js"), *_HERE.glob("*.css"), *_HERE.glob("*.txt")]):
        found[f"{FOLDER}/{own.name}"] = own.read_bytes()
    for other in sorted(packages.rglob("*")):
        if other.is_file():
            found[f"{FOLDER}/{other.relative_to(packages).as_posix()}"] = other.read_bytes()
    return found
