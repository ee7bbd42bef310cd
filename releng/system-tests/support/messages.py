"""
The texts of the product by their keys, as the window shows them, so that a test does not depend on their wording.

They are read from the product in KEYHOPPER_PRODUCT or from the one that is installed, else from the sources. Only what they use of
java.text.MessageFormat is known: {0}, and choices among numbers.
"""

import glob
import os
import re
import zipfile

FILES = {
    "messages": ("org.keyhopper.ui.model", "org/keyhopper/ui/model/messages"),
    "problems": ("org.keyhopper.texts", "org/keyhopper/texts/problems"),
    "directories": ("org.keyhopper.directory.support", "OSGI-INF/l10n/keyhopper"),
    "portal": ("org.keyhopper.central.portal", "org/keyhopper/central/portal/pages/messages"),
}
BUNDLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "bundles")
PRODUCT = os.environ.get("KEYHOPPER_PRODUCT", "/usr/lib/keyhopper")
PLACEHOLDER = re.compile(r"\{(\d+)(?:,choice,((?:[^{}]|\{\d+\})*))?\}")


def message(key, *arguments, language=""):
    """
    A text of the window. With arguments they are filled in; without, of a text that has places for some this is the longest piece between them,
    on one line, by which the text can be found.
    """
    return text("messages", key, arguments, language)


def mnemonic(key, language=""):
    """The keys that press what has this text."""
    return "alt+" + re.search(r"&([^\W_])", properties("messages", language)[key])[1].lower()


def problem(code, *arguments):
    """The title of a problem."""
    return text("problems", f"{code}.title", arguments, "")


def problem_cause(code):
    return text("problems", f"{code}.cause", (), "")


def finding(key):
    """What the test of a directory has looked at, as in "sign-in"."""
    return text("directories", f"finding.{key}", (), "")


def portal(key, *arguments, language=""):
    """A text of the portal, as message() finds those of the window."""
    return text("portal", key, arguments, language)


def text(name, key, arguments, language):
    wording = properties(name, language)[key].split("\t")[0]
    # A letter to press, as in "&Reset".
    wording = re.sub(r"&(?=[\w{])", "", wording).replace("''", "'")
    if arguments:
        return PLACEHOLDER.sub(lambda found: filled(found, arguments), wording)
    return max(PLACEHOLDER.sub("\n", wording).split("\n"), key=len).strip()


def filled(placeholder, arguments):
    argument = arguments[int(placeholder.group(1))]
    if placeholder.group(2) is not None:
        return PLACEHOLDER.sub(lambda found: filled(found, arguments), choice(placeholder.group(2), argument))
    return f"{argument:,}" if isinstance(argument, int) else argument


def choice(cases, number):
    """Of "0#none|1#one|1<many" the last whose limit is not above the number, or with < is below it."""
    chosen = None
    for case in cases.split("|"):
        limit, sign, wording = re.fullmatch(r"(\d+)([#<])(.*)", case, re.DOTALL).groups()
        if chosen is None or (number >= int(limit) if sign == "#" else number > int(limit)):
            chosen = wording
    return chosen


_READ = {}


def properties(name, language):
    """The file of that name; English has none of a language's own."""
    if (name, language) not in _READ:
        lines = re.sub(r"\\\n\s*", "", content(name, language)).splitlines()
        pairs = (line.strip().partition("=") for line in lines if line.strip() and not line.lstrip().startswith("#"))
        _READ[name, language] = {key.strip(): unescaped(value.strip()) for key, _, value in pairs}
    return _READ[name, language]


def content(name, language):
    bundle, path = FILES[name]
    path += (f"_{language}" if language else "") + ".properties"
    for jar in glob.glob(f"{PRODUCT}/plugins/{bundle}_*.jar"):
        with zipfile.ZipFile(jar) as archive:
            return archive.read(path).decode()
    with open(f"{BUNDLES}/{bundle}/src/main/resources/{path}", encoding="utf-8") as file:
        return file.read()


def unescaped(value):
    value = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found.group(1), 16)), value)
    return value.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
