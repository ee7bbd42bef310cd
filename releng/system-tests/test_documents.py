"""The documents in the sources: every link leads to a file and a heading, and every word is spelt right or in words.txt beside the dictionary."""

import glob
import os
import re
import subprocess

import pytest

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
HELP = "bundles/org.keyhopper.help/src/main/resources/help"
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "bundles/*/README.md", "releng/adr/*.md", "releng/*/README.md", "releng/*/*/README.md", f"{HELP}/*/*.md"]
MESSAGES = ["problems", "messages", "report", "labels", "settings", "keyhopper"]
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
# Pages that are made when the documents are shown.
GENERATED = re.compile(rf"{HELP}/\w+/problems(\.md|/[a-z.-]+\.md)")
WORDS = os.path.join(os.path.dirname(__file__), "words.txt")
DICTIONARIES = {"en": "en_GB", "de": "de_DE,en_GB"}


def documents():
    found = sorted({file for pattern in DOCUMENTS for file in glob.glob(f"{ROOT}/{pattern}") if "/target/" not in file})
    return [os.path.relpath(file, ROOT) for file in found]


def read(file):
    with open(f"{ROOT}/{file}", encoding="utf-8") as text:
        return text.read()


def without_code(text):
    text = re.sub(r"^(```.*?^```|(?: {4}|\t).*?)$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`]*`", " ", text)


def anchors(text):
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(text))
    return {heading.strip().replace(" ", "-") for heading in plain}


def broken(file):
    for target in LINK.findall(without_code(read(file))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        page = os.path.normpath(os.path.join(os.path.dirname(file), path)) if path else file
        if GENERATED.fullmatch(page):
            continue
        if not os.path.exists(f"{ROOT}/{page}") or anchor and anchor not in anchors(read(page)):
            yield f"{file}: {target}"


def test_links():
    assert len(documents()) > 60
    assert [link for file in documents() for link in broken(file)] == []


def test_readme_is_a_front_page():
    assert len(read("README.md").splitlines()) <= 100


def language(file):
    return "de" if file.startswith(f"{HELP}/de/") or file.endswith("_de.properties") else "en"


def messages():
    found = (glob.glob(f"{ROOT}/bundles/*/src/main/resources/**/{name}*.properties", recursive=True) for name in MESSAGES)
    return sorted(os.path.relpath(file, ROOT) for files in found for file in files)


def prose(file):
    text = read(file)
    if file.endswith(".md"):
        text = re.sub(r"\]\([^)]*\)|<[^>]*>|https?:\S+", " ", without_code(text))
    else:
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found.group(1), 16)), text)
        lines = (line.partition("=")[2] for line in text.splitlines() if "=" in line and not line.startswith("#"))
        text = "\n".join(lines).replace("\\n", "\n").replace("\\t", "\n")
        text = re.sub(r"\{\d+(,choice,)?|[\d.]+[#<]|https?:\S+|\S+://\S+", " ", text)
        # A letter to press, and a quote of MessageFormat.
        text = re.sub(r"&(?=\w)", "", text).replace("''", "'")
    # Names of files and settings, options and codes are no words.
    text = re.sub(r"\S*[\w*][._/\\=@*{}]+\w\S*|--[\w-]+|\w*\d\w*|\w*[a-z][A-Z]\w*|\.\w+|'s\b", " ", text)
    # Parts of compounds are looked up each, except those that are no words: "ein- und ausschalten", "Anwendungs-Id".
    return re.sub(r"\b\w+(-(?!\w)|s-)", " ", text).replace("-", " ")


@pytest.mark.parametrize("spelling", DICTIONARIES)
def test_spelling(spelling):
    texts = {file: prose(file) for file in [*documents(), *messages()] if language(file) == spelling}
    command = ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[spelling], "-p", WORDS]
    answer = subprocess.run(command, input="\n".join(texts.values()), capture_output=True, text=True, check=True)
    words = {word.strip(".") for word in answer.stdout.split()}
    found = {word: next((file for file, text in texts.items() if word in text), "?") for word in sorted(words)}
    assert sorted(found.items()) == [], "correct these words, or add them to words.txt"
