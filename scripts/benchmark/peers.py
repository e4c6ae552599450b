"""Those who build the country: for each a folder with what it reads, and the command that builds it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmark import country, hand_written
from benchmark.hand_written import Written

ROOT = Path(__file__).resolve().parents[2]
STRATEGIES, CONTENT = ROOT / "strategier", ROOT / "content"
ELSEWHERE = ROOT / "scripts" / "elsewhere.py"


@dataclass(frozen=True)
class Peer(ABC):
    """A builder at work in `folder`, on a country of so many editions."""

    folder: Path
    editions: int

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @abstractmethod
    def prepare(self) -> None:
        """Write what it reads."""

    @abstractmethod
    def command(self) -> Sequence[object]:
        """What builds the site."""

    def forget(self) -> None:
        """Remove the site, and what it remembers of earlier builds."""
        for name in ("site", ".cache", "resources", ".hugo_build.lock"):
            path = self.folder / name
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)

    def pages(self) -> list[Path]:
        """The built pages of editions."""
        pattern = re.compile(r"kommuner/[^/]+/\d{4}-\d{4}/index\.html")
        files = self.site.glob("kommuner/*/*/index.html")
        return sorted(file for file in files if pattern.fullmatch(file.relative_to(self.site).as_posix()))


class Ours(Peer):
    def prepare(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        country.write(self.folder / "strategier", STRATEGIES, self.editions)
        shutil.copytree(CONTENT, self.folder / "content")
        shutil.copy(ROOT / "mkdocs.yml", self.folder)

    def command(self) -> Sequence[object]:
        return sys.executable, ELSEWHERE, self.folder, "build"


class Material(Peer):
    """MkDocs with Material as it comes: the whole navigation on every page, search on."""

    def prepare(self) -> None:
        written = list(hand_written.pages(STRATEGIES, CONTENT, self.editions))
        hand_written.write(self.folder / "content", written)
        (self.folder / "mkdocs.yml").write_text(json.dumps(self.settings(written), indent=1), encoding="utf-8")

    def settings(self, written: list[Written]) -> dict[str, Any]:
        return {
            "site_name": "Kanalstrategier",
            "docs_dir": "content",
            "theme": {"name": "material", "language": "da", "font": False},
            "plugins": ["search"],
            "markdown_extensions": ["attr_list", "md_in_html", "tables", "footnotes", {"toc": {"permalink": True}}],
            "nav": _navigation(written),
        }

    def command(self) -> Sequence[object]:
        return sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", self.site


class Zensical(Material):
    def command(self) -> Sequence[object]:
        return zensical(self.folder.parents[1]), "build", "--clean"


class Hugo(Peer):
    """Hugo with navigation of our kind: a short menu, the way here, the municipality's pages, the page's contents."""

    def prepare(self) -> None:
        written = list(hand_written.pages(STRATEGIES, CONTENT, self.editions))
        pages = [
            Written(_hugo_path(page.path), page.title, _front_matter(page) + _hugo_links(page.text)) for page in written
        ]
        hand_written.write(self.folder / "content", pages)
        layouts = self.folder / "layouts" / "_default"
        layouts.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(__file__).parent / "hugo" / "baseof.html", layouts)
        for name in ("single", "list"):
            (layouts / f"{name}.html").write_text('{{ define "main" }}{{ end }}', encoding="utf-8")
        menu = [
            {"name": page.title, "url": _site_address(page.path), "weight": number}
            for number, page in enumerate(written, 1)
            if "/" not in page.path.removesuffix("/index.md")
        ]
        settings = {
            "title": "Kanalstrategier",
            "languageCode": "da",
            "publishDir": "site",
            "markup": {"goldmark": {"renderer": {"unsafe": True}}, "tableOfContents": {"startLevel": 2, "endLevel": 3}},
            "menu": {"main": menu},
        }
        (self.folder / "config.json").write_text(json.dumps(settings, indent=1), encoding="utf-8")

    def command(self) -> Sequence[object]:
        return "hugo", "--quiet", "--cleanDestinationDir"


PEERS: dict[str, type[Peer]] = {"ours": Ours, "material": Material, "zensical": Zensical, "hugo": Hugo}


def zensical(work: Path) -> Path:
    """Zensical's command in an environment of its own."""
    folder, program = ("Scripts", "zensical.exe") if os.name == "nt" else ("bin", "zensical")
    return work / "zensical-venv" / folder / program


def installed(work: Path) -> list[str]:
    there = {"zensical": zensical(work).exists(), "hugo": shutil.which("hugo") is not None}
    return [name for name in PEERS if there.get(name, True)]


def install(work: Path) -> None:
    """Get the peers that are not there, as far as this machine lets us."""
    if not zensical(work).exists():
        venv = zensical(work).parents[1]
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        python = zensical(work).with_stem("python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "zensical"], check=True)
    if shutil.which("hugo") is None and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "--yes", "--no-install-recommends", "hugo"], check=True)


def _navigation(written: list[Written]) -> list[Any]:
    """Every page, the municipalities under the page that lists them; the front page first."""
    top: list[Any] = [page.path for page in written if "/" not in page.path]
    below: dict[str, list[Any]] = {}
    names: dict[str, str] = {}
    for page in written:
        if page.path.count("/") == 2:
            folder, name = page.path.split("/")[1:]
            below.setdefault(folder, []).append(page.path if name == "index.md" else {page.title: page.path})
            names.setdefault(folder, page.title)
    municipalities = [{names[folder]: pages} for folder, pages in below.items()]
    top.append({"Kommuner": ["kommuner/index.md", *municipalities]})
    return sorted(top, key=lambda item: item != "index.md")


def _front_matter(page: Written) -> str:
    return f"---\ntitle: {yaml.safe_dump(page.title, allow_unicode=True, default_style=chr(34), width=10**6).strip()}\n---\n\n"


def _site_address(path: str) -> str:
    address = path.removesuffix(".md").removesuffix("index").strip("/")
    return f"/{address}/" if address else "/"


def _hugo_path(path: str) -> str:
    return path.replace("index.md", "_index.md") if path.endswith("index.md") else path


def _hugo_links(text: str) -> str:
    """Links between pages as addresses: Hugo does not turn `x.md` into one by itself."""
    return re.sub(r"\]\(((?:kommuner/)?[\w./-]*?)(?:index)?\.md\)", lambda link: f"]({_address(link[1])})", text)


def _address(path: str) -> str:
    return f"/{path}/" if path.startswith("kommuner/") else f"./{path}/"
