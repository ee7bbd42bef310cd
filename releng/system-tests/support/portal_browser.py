"""Chromium at the portal of Central, through Selenium, with axe-core and pictures."""

import base64
import gzip
import os
import subprocess
import time
import urllib.error
import urllib.request

import product
from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from tally import equal

DESKTOP, NARROW = (1440, 900), (360, 780)
SECONDS = 20
MOST_TABS = 150
CHECK = "const done = arguments[0]; axe.run(document).then(found => done(found.violations.map(each => each.id + ' at ' + each.nodes.map(node => node.target).join(', '))))"
WIDER = "return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1 && document.documentElement.scrollWidth + ' px wide'"
FOCUSED = "return document.activeElement.matches(arguments[0])"
PAINT = "return performance.getEntriesByName('first-contentful-paint').map(each => Math.round(each.startTime))[0] ?? null"
RESOURCES = "return performance.getEntriesByType('resource').map(each => each.name)"
# Fetched when this is loaded: a test has a network of its own by the time it opens a browser.
AXE = subprocess.run([f"{product.ROOT}/releng/tools/axe/fetch"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


class PortalBrowser:
    def __init__(self, url, pictures, *arguments, headless=True, preferences=None, folder=None):
        """Pictures go into this folder below target."""
        self.url = url
        self.pictures = f"{product.ROOT}/target/{pictures}"
        os.makedirs(self.pictures, exist_ok=True)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--no-sandbox", "--disable-dev-shm-usage", "--lang=en", *(["--headless=new"] if headless else []), *arguments]:
            options.add_argument(argument)
        if folder:
            options.add_argument(f"--user-data-dir={folder}")
        options.add_experimental_option("prefs", preferences or {})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(60)
        self.size(*DESKTOP)
        with open(AXE, encoding="utf-8") as file:
            self._axe = file.read()

    # Where it is

    def open(self, path):
        self.driver.get(path if path.startswith("http") else self.url + path)
        return self

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.url)

    @property
    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    @property
    def title(self):
        return self.driver.find_element(By.TAG_NAME, "h1").text

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def wait(self, condition, seconds=SECONDS):
        """Waits until it is true; whether it became so."""
        try:
            # An element may belong to the page before.
            waiting = WebDriverWait(self.driver, seconds, poll_frequency=0.05, ignored_exceptions=[WebDriverException])
            return waiting.until(lambda _: condition())
        except TimeoutException:
            return False

    def wait_for(self, text, seconds=SECONDS):
        return self.wait(lambda: text in self.text, seconds)

    # What an operator does

    def sign_in(self, account):
        """Chooses an account of the sandbox provider; for another one the cookies are forgotten first."""
        self.open("/health").driver.delete_all_cookies()
        self.open("/sign-in")
        self.one(f"a[href$='account={account}']").click()
        self.wait(lambda: self.driver.current_url.startswith(self.url) and self.all("h1"))
        return self

    def click(self, selector):
        self.one(selector).click()
        return self

    def click_text(self, text, among="a, button"):
        next(each for each in self.all(among) if each.text.strip() == text).click()
        return self

    def fill(self, **fields):
        for name, value in fields.items():
            field = self.one(f"[name={name}]")
            if field.tag_name == "select" or field.get_attribute("type") == "date":
                self.script("arguments[0].value = arguments[1]", field, value)
            else:
                field.clear()
                field.send_keys(value)
        return self

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()
        return self

    def tab_to(self, selector):
        """Moves the focus there by keyboard; raises if it is not reached."""
        for _ in range(MOST_TABS):
            if self.script(FOCUSED, selector):
                return self
            self.press(Keys.TAB)
        raise AssertionError(f"{selector} is not reached by keyboard at {self.path}")

    # How it is shown

    def size(self, width, height):
        self._command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        return self

    def scheme(self, name):
        self._command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])
        return self

    def examine(self, name):
        """On a desk and on a telephone, light and dark: pictures, and nothing that axe-core, the width or the console tells of."""
        for scheme in ("dark", "light"):
            self.scheme(scheme)
            for size in (NARROW, DESKTOP):
                form = f"{name}-{size[0]}-{scheme}"
                self.size(*size).picture(form)
                equal(f"{form}: axe-core, width, console", self.violations(), [])

    def language(self, name):
        agent = self.script("return navigator.userAgent")
        self._command("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=name)
        self._command("Emulation.setLocaleOverride", locale=name)
        return self

    def scripts(self, enabled):
        self._command("Emulation.setScriptExecutionDisabled", value=not enabled)
        return self

    def downloads(self, folder):
        """Puts downloads there."""
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder})
        return self

    def printed(self, name):
        """Prints the page into a PDF file; its number of bytes."""
        content = self.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"]
        data = base64.b64decode(content)
        with open(f"{self.pictures}/{name}.pdf", "wb") as file:
            file.write(data)
        return len(data)

    def _command(self, name, **arguments):
        self.driver.execute_cdp_cmd(name, arguments)

    def picture(self, name):
        self.driver.save_screenshot(f"{self.pictures}/{name}.png")
        return self

    # What is measured

    def violations(self):
        """What axe finds, what is wider than the window, and what the console reports."""
        # Its script comes through the driver, which the policy of the page does not concern.
        self.script(self._axe)
        found = self.driver.execute_async_script(CHECK)
        wide = self.script(WIDER)
        logged = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        return found + ([wide] if wide else []) + [message for message in logged if " status of 4" not in message]

    def first_paint(self):
        """Milliseconds after the navigation began; None if nothing was painted."""
        self.wait(lambda: self.script(PAINT) is not None, 5)
        return self.script(PAINT)

    def weight(self):
        """Bytes of the page with everything that it loads, compressed."""
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.driver.get_cookies())
        total = 0
        for address in [self.driver.current_url, *self.script(RESOURCES)]:
            if not address.endswith("/events"):
                request = urllib.request.Request(address, headers={"Cookie": cookies, "Accept": "text/html"})
                try:
                    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                        total += len(gzip.compress(answer.read()))
                except urllib.error.HTTPError as other:
                    # The page of an address that is not there, or of a form that was sent, which is as long as the page that is shown.
                    total += len(gzip.compress(other.read()))
        return total

    def seconds_until(self, condition, most=SECONDS):
        began = time.monotonic()
        return time.monotonic() - began if self.wait(condition, most) else None

    def close(self):
        self.driver.quit()
