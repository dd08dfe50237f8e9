"""The page of the sandbox: complete in both languages, on its own without the network, safe from what people write."""

import json
import re
from pathlib import Path

import httpx
import pytest

from bot.sandbox.client import SandboxClient

PAGE = Path(__file__).parents[2] / "bot" / "sandbox" / "page"
FILES = sorted(path.name for path in PAGE.iterdir())
MODULES = [name for name in FILES if name.endswith(".js")]
LANGUAGES = ("ko", "en")
#: A name, not an address: nothing is fetched from there.
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
#: Whatever could turn text into markup or code.
DANGEROUS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|javascript:"
)
KEY = r"[a-z]+(?:\.[A-Za-z_]+)+"


def source(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def texts(language: str) -> dict[str, str]:
    found = json.loads(source(f"texts.{language}.json"))
    assert all(isinstance(text, str) and text.strip() for text in found.values())
    return dict(found)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def named_keys() -> set[str]:
    """Keys that stand literally in the modules (as strings) and in index.html."""
    known_areas = {key.split(".")[0] for key in texts("ko")}
    strings = {key for name in MODULES for key in re.findall(rf'"({KEY})"', source(name))}
    marked = set(re.findall(rf'data-(?:text|label)="({KEY})"', source("index.html")))
    return {key for key in strings if key.split(".")[0] in known_areas} | marked


def built_beginnings() -> set[str]:
    """Beginnings of keys that the modules complete: t(`service.${kind}`)."""
    return {beginning for name in MODULES for beginning in re.findall(r"`([a-z]+\.(?:[a-z]+\.)?)\$\{", source(name))}


def test_both_languages_say_the_same_things() -> None:
    korean, english = (texts(language) for language in LANGUAGES)
    assert korean.keys() == english.keys()
    assert {key: placeholders(text) for key, text in korean.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


def test_every_text_that_the_page_names_exists() -> None:
    named = {key for key in named_keys() if not key.endswith(".js")}
    assert len(named) > 80
    assert named - texts("ko").keys() == set()


def test_no_text_is_left_over() -> None:
    beginnings = tuple(built_beginnings())
    completed = re.compile(r"\.title$")  # `${key}.title`: what a button does, beside what it says
    left = {
        key
        for key in texts("ko").keys() - named_keys()
        if not key.startswith(beginnings) and completed.sub("", key) not in named_keys()
    }
    assert left == set()


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("texts.")])
def test_nothing_comes_from_elsewhere(name: str) -> None:
    body = source(name).replace(SVG_NAMESPACE, "")
    assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}", body)
    assert "@import" not in body


@pytest.mark.parametrize("name", [*MODULES, "index.html"])
def test_what_people_write_stays_text(name: str) -> None:
    assert not DANGEROUS.findall(source(name))


def test_the_browser_is_told_to_load_nothing_else() -> None:
    policy = re.search(r'Content-Security-Policy"\s+content="([^"]+)"', source("index.html"))
    assert policy is not None
    assert "default-src 'self'" in policy.group(1)
    assert "unsafe" not in policy.group(1)


@pytest.mark.parametrize("name", MODULES)
def test_every_import_is_there(name: str) -> None:
    wanted = re.findall(r'from "\./([\w.]+)"', source(name))
    assert set(wanted) <= set(MODULES)
    for imported in wanted:
        exported = set(re.findall(r"^export (?:async )?(?:function|class|const) (\w+)", source(imported), re.MULTILINE))
        names = re.search(rf'import \{{ ([^}}]+) \}} from "\./{re.escape(imported)}"', source(name))
        assert names is None or set(re.split(r",\s*", names.group(1))) <= exported


async def test_the_server_serves_all_of_it(sandbox: SandboxClient) -> None:
    kinds = {".html": "text/html", ".js": "javascript", ".css": "text/css", ".json": "application/json"}
    async with httpx.AsyncClient(
        base_url=sandbox.base_url, trust_env=False, verify=False, follow_redirects=True
    ) as http:
        front = await http.get("/")
        assert front.status_code == 200
        assert front.text == source("index.html")
        for name in FILES:
            served = await http.get(f"/page/{name}")
            assert served.status_code == 200, name
            assert kinds[Path(name).suffix] in served.headers["content-type"], name
            assert served.text == source(name), name
