"""
The texts of the product by their keys, as the window shows them, so that a test does not depend on their wording.

They are read from the sources; the product has the same files. Only what they use of java.text.MessageFormat is known: {0}, and choices among
numbers.
"""

import os
import re

FILES = {
    "messages": "org.keyhopper.ui.model/src/main/resources/org/keyhopper/ui/model/messages",
    "problems": "org.keyhopper.texts/src/main/resources/org/keyhopper/texts/problems",
}
BUNDLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "bundles")
PLACEHOLDER = re.compile(r"\{(\d+)(?:,choice,((?:[^{}]|\{\d+\})*))?\}")


def message(key, *arguments, language=""):
    """
    A text of the window. With arguments they are filled in; without, of a text that has places for some this is the longest piece between them,
    on one line, by which the text can be found.
    """
    return text("messages", key, arguments, language)


def problem(code, *arguments):
    """The title of a problem."""
    return text("problems", f"{code}.title", arguments, "")


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
    path = os.path.join(BUNDLES, FILES[name] + (f"_{language}" if language else "") + ".properties")
    if path not in _READ:
        with open(path, encoding="utf-8") as file:
            lines = re.sub(r"\\\n\s*", "", file.read()).splitlines()
        pairs = (line.strip().partition("=") for line in lines if line.strip() and not line.lstrip().startswith("#"))
        _READ[path] = {key.strip(): unescaped(value.strip()) for key, _, value in pairs}
    return _READ[path]


def unescaped(value):
    value = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found.group(1), 16)), value)
    return value.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
