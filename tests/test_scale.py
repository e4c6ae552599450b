"""What a page costs does not follow from how many others there are. Sizes only: how long things take is `scripts/bench.py`'s."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Built, build, copy_project

sys.path.insert(0, str(ROOT / "scripts"))
from benchmark import country

FRAME_AT_MOST = 15_000
ARTICLE = re.compile(rb"<article.*</article>", re.DOTALL)


def built_country(folder: Path, editions: int) -> Built:
    project = copy_project(folder / "project")
    shutil.rmtree(project / "strategier")
    country.write(project / "strategier", ROOT / "strategier", editions)
    return build(project)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built_country(tmp_path_factory.mktemp("small"), 4).files()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built_country(tmp_path_factory.mktemp("large"), 24).files()


def test_a_strategy_is_the_same_page_in_a_larger_country(small: dict[str, bytes], large: dict[str, bytes]) -> None:
    """Those between the first and the last of a municipality; the ends of the row lead to other municipalities."""
    for path in ("kommuner/birkebjerg/2014-2017/index.html", "kommuner/birkebjerg/2018-2021/index.html"):
        assert small[path] == large[path]


def test_what_is_around_a_strategy_is_small(large: dict[str, bytes]) -> None:
    pages = [path for path in large if re.fullmatch(r"kommuner/[^/]+/\d{4}-\d{4}/index\.html", path)]
    assert len(pages) == 24
    assert not {path: size for path in pages if (size := len(ARTICLE.sub(b"", large[path]))) > FRAME_AT_MOST}
