"""A browser for the system: it follows where a sign-in leads, and writes down what it was given."""

import os

SCRIPT = """#!/usr/bin/python3
import os, sys, urllib.request
print(sys.argv[1], file=open({opened!r}, "a"))
if not os.path.exists({closed!r}):
    urllib.request.urlopen(sys.argv[1]).read()
"""

APPLICATION = """[Desktop Entry]
Type=Application
Name=Browser
Exec={script} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;text/html;
"""

DEFAULTS = """[Default Applications]
x-scheme-handler/http=browser.desktop
x-scheme-handler/https=browser.desktop
text/html=browser.desktop
"""


class Browser:
    def __init__(self, work, script=SCRIPT):
        """Installs it for whoever has the variables of environment. The script gets the names of two files, opened and closed."""
        self._opened = os.path.join(work, "opened")
        self._closed = os.path.join(work, "closed")
        self.environment = {"XDG_DATA_HOME": os.path.join(work, "share")}
        executable = os.path.join(work, "browser")
        applications = os.path.join(work, "share", "applications")
        os.makedirs(applications)
        write(executable, script.format(opened=self._opened, closed=self._closed))
        os.chmod(executable, 0o755)
        write(os.path.join(applications, "browser.desktop"), APPLICATION.format(script=executable))
        write(os.path.join(applications, "mimeapps.list"), DEFAULTS)

    def close_at_once(self):
        """From now on somebody closes it before anything comes of it."""
        write(self._closed, "")

    def opened(self):
        """The addresses it was given so far."""
        if not os.path.exists(self._opened):
            return []
        with open(self._opened, encoding="utf-8") as file:
            return file.read().split()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
