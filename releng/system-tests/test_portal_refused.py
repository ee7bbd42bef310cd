"""
What attackers try at the pages of Central, each at the built server: forged forms, a fixed session, frames, redirects to other sites, script in names and
in what a directory says, personal data in caches, long and compressed bodies, paths out of the folder of downloads, headers in values.
"""

import gzip
import html
import os
import re
import socket
import time
import urllib.parse
import uuid

import product
import pytest
from central_browser import CentralBrowser
from running_central import RunningCentral
from tally import check, equal

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
FORM = "application/x-www-form-urlencoded"
GIGABYTE = 1 << 30


@pytest.fixture(scope="module", autouse=True)
def opened(network):
    global central, browser, imported
    packages = f"{product.WORK}/packages"
    os.makedirs(packages)
    with open(f"{packages}/keyhopper_1.0.0_amd64.deb", "w") as file:
        file.write("package")
    central = RunningCentral("--people", "3", "--downloads", packages)
    imported = central.ready["requests"]["contoso"]
    browser = signed_in("administrator")
    yield
    central.close()


def signed_in(account):
    browser = CentralBrowser(central.url)
    browser.sign_in(account)
    return browser


def page(path, by=None):
    return (by or browser).send("GET", path, Accept="text/html")


def raw(*lines, body=b"", most=65536):
    """What the server answers to these lines, until it closes or is silent."""
    host = urllib.parse.urlsplit(central.url)
    with socket.create_connection((host.hostname, host.port), timeout=20) as connection:
        connection.sendall("\r\n".join([*lines, f"Host: {host.netloc}", "Connection: close", "", ""]).encode() + body)
        answer = b""
        try:
            while len(answer) < most and (some := connection.recv(4096)):
                answer += some
        except OSError:
            pass
    return answer.decode(errors="replace")


def cookies(of=None):
    return "Cookie: " + "; ".join(f"{name}={value}" for name, value in (of or browser).cookies.items())


def test_forms_of_other_sites():
    for path in (f"/requests/{imported}/delete", "/roles/edit", "/roles/mapping", "/directories/edit", "/directories/try", "/policy", "/operators/new", "/sign-out"):
        for token in ({}, {"csrf": ""}, {"csrf": "x"}, {"csrf": signed_in("auditor").get("/").csrf}):
            equal(f"{path} {list(token.values())[:1] and 'with a token of another session' or 'without a token'}", browser.post(path, **token).status, 403)
    equal("still there, still signed in", page(f"/requests/{imported}").status, 200)


def test_session_of_someone_else_is_not_adopted():
    victim = CentralBrowser(central.url)
    victim.get("/sign-in")
    before = dict(victim.cookies)
    victim.sign_in("operator")
    check("another session after the sign-in", all(victim.cookies.get(name) != value for name, value in before.items() if name in victim.cookies), victim.cookies)
    name = next(iter(browser.cookies))
    fixed = CentralBrowser(central.url)
    fixed.cookies[name] = "fixed-by-an-attacker"
    fixed.sign_in("view-only")
    check("a value from outside is not used", fixed.cookies[name] != "fixed-by-an-attacker")
    ended = dict(victim.cookies)
    victim.sign_out()
    again = CentralBrowser(central.url)
    again.cookies = ended
    equal("a session ends with its sign-out", page("/requests", again).status, 303)


def test_frames_and_types():
    for path in ("/", f"/requests/{imported}", "/nothing", "/downloads"):
        headers = page(path).headers
        equal(f"{path}: X-Frame-Options", headers["X-Frame-Options"], "DENY")
        policy = headers["Content-Security-Policy"]
        check(f"{path}: policy", "frame-ancestors 'none'" in policy and "default-src 'none'" in policy and "unsafe" not in policy, policy)
        equal(f"{path}: nosniff", headers["X-Content-Type-Options"], "nosniff")


def test_redirects_stay_here():
    for target in ("//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/%0d%0aLocation:%20https://evil.example", "https:evil.example"):
        visitor = CentralBrowser(central.url)
        for name in ("return", "path", "next", "to", "redirect"):
            provider = visitor.get(f"/sign-in?{name}={urllib.parse.quote(target, safe='')}").location
            back = visitor.get(visitor.get(provider + "&account=view-only").location)
            # A path of this Central may hold anything, as long as it stays one line.
            here = re.match(rf"({re.escape(central.url)})?/(?![/\\\\])", back.location) and back.location == back.location.strip()
            check(f"{name}={target}", here and "\n" not in back.location, back.location)
    for path in (f"/requests/{imported}?notice=%3Cscript%3E", "//evil.example/..", "/%2fevil.example", "/\\evil.example"):
        head = raw(f"GET {path} HTTP/1.1", "Accept: text/html", cookies()).split("\r\n\r\n")[0]
        check(f"{path} leads nowhere else", not re.search(r"(?im)^location:.*evil", head), head)


def test_script_in_names_and_in_what_a_directory_says():
    token = browser.get("/").csrf
    quoted = '"' + SCRIPT.replace('"', '""') + '"'
    people = f"user,displayName\n{central.people()[0]},{quoted}\n"
    fields = dict(re.findall(r'<input id="(\w+)" name="\1"[^>]* value="([^"]*)"', page("/requests/new").text))
    fields |= {"csrf": token, "key": str(uuid.uuid4()), "action": "create", "name": SCRIPT, "directory": "contoso", "people": people, "pin": "RANDOM", "note": SCRIPT}
    made = browser.post("/requests/new", **{name: html.unescape(value) if name == "deviceName" else value for name, value in fields.items()})
    check("created", made.status == 303, re.findall(r'class="faults".*?</span></span>', made.text))
    hostile = re.search(r"/requests/([A-Z0-9]+)", made.location).group(1)
    for path in ("/requests", f"/requests/{hostile}", f"/requests/{hostile}/people", f"/requests/{hostile}/people/1", f"/requests/{hostile}/edit", f"/requests/{hostile}/delete", f"/requests?q={urllib.parse.quote(SCRIPT)}"):
        answer = page(path)
        check(path, answer.status == 200 and "<script>alert" not in answer.text and "<img src=x" not in answer.text)
        check(f"{path} shows it as text", "&lt;script&gt;" in answer.text)
    typed = browser.post("/directories/edit", csrf=token, type="entra", add="true", name=SCRIPT, **{"setting.tenant": SCRIPT})
    check("in a form", typed.status in (303, 422) and "<script>alert" not in typed.text, typed.status)
    tested = browser.post("/directories/try", csrf=token, type="okta", add="true", name="x", **{"setting.orgUrl": central.ready["directories"]["contoso"] + "/<script>alert(1)</script>", "setting.apiToken": SCRIPT})
    check("in a directory's error text", "<script>alert" not in tested.text, tested.text)
    check("a secret is not sent back", "onerror" not in tested.text)


def test_personal_data_is_not_cached():
    for path in ("/", "/requests", f"/requests/{imported}", f"/requests/{imported}/people", f"/requests/{imported}/report.csv", f"/requests/{imported}/report.pdf", "/inventory/inventory.csv", "/audit/audit.jsonl", "/operators"):
        head = raw(f"GET {path} HTTP/1.1", "Accept: text/html", cookies()).split("\r\n\r\n")[0]
        check(path, head.startswith("HTTP/1.1 200") and "\r\nCache-Control: no-store\r\n" in f"{head}\r\n", head)


def test_long_bodies():
    began = time.monotonic()
    head = ["POST /requests/new HTTP/1.1", f"Content-Type: {FORM}", f"Content-Length: {GIGABYTE}", cookies()]
    check("1 GB is refused before it is sent", " 413 " in raw(*head, body=b"csrf=x&people=" + b"a" * 50_000).split("\r\n")[0] + " ")
    form = b"csrf=" + browser.get("/").csrf.encode() + b"&people=" + b"a" * 3_000_000
    for what, path, size in (("3 MB", "/requests/new", 3_000_000), ("100 kB in a form without a list", "/roles/edit", 100_000)):
        # It is answered before the body has been read, and not all of it can be sent then.
        head = [f"POST {path} HTTP/1.1", f"Content-Type: {FORM}", f"Content-Length: {size}", cookies()]
        check(what, " 413 " in raw(*head, body=form[:50_000]).split("\r\n")[0] + " ")
    check("quickly", time.monotonic() - began < 15)
    head = ["POST /requests/new HTTP/1.1", f"Content-Type: {FORM}", "Transfer-Encoding: chunked", cookies()]
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    answer = raw(*head, body=chunk * 64)
    check("without a length", " 413 " in answer[:20] or not answer, answer[:200])
    equal("Central goes on", page("/").status, 200)


def test_compressed_bodies():
    bomb = gzip.compress(b"csrf=" + browser.get("/").csrf.encode() + b"&people=" + b"a" * 200_000_000)
    check("small", len(bomb) < 300_000)
    began = time.monotonic()
    for encoding in ("gzip", "deflate", "br", "gzip, gzip"):
        status = browser.send("POST", "/requests/new", bomb, Content_Type=FORM, Content_Encoding=encoding).status
        check(f"{encoding}: {status}", 400 <= status < 500)
    check("nothing was unpacked", time.monotonic() - began < 10)
    equal("Central goes on", page("/").status, 200)


def test_paths_out_of_the_downloads():
    secret = "master.key"
    for path in ("../master.key", "..%2fmaster.key", "%2e%2e%2fmaster.key", "..%5cmaster.key", "....//master.key", "%252e%252e%252fmaster.key", "/etc/passwd", "keyhopper_1.0.0_amd64.deb/../../master.key", "%00", "keyhopper_1.0.0_amd64.deb%00.txt", "..;/master.key"):
        answer = raw(f"GET /downloads/{path} HTTP/1.1", "Accept: text/html", cookies())
        check(f"{secret} by {path}", re.match(r"HTTP/1.1 (400|404|303)", answer) and "root:" not in answer, answer[:200])
        answer = raw(f"GET /updates/{path} HTTP/1.1")
        check(f"{secret} of the update site by {path}", re.match(r"HTTP/1.1 (400|404|303)", answer) and "root:" not in answer, answer[:200])
    for path in ("/assets/x/..%2f..%2fopenapi.json", "/assets/../../central.conf", "/assets/x/%2e%2e"):
        check(path, re.match(r"HTTP/1.1 (400|404|303)", raw(f"GET {path} HTTP/1.1", cookies())))


def test_headers_in_values():
    for path in ("/requests?q=%0d%0aSet-Cookie:%20x=1", "/requests/new?name=%0d%0aX-Injected:%201", "/requests/%0d%0aX-Injected:%201/report.csv", "/downloads/x%0d%0aX-Injected:%201", "/sign-in?return=/%0d%0aX-Injected:%201", "/?notice=%0d%0aX-Injected:%201"):
        head = raw(f"GET {path} HTTP/1.1", "Accept: text/html", cookies()).split("\r\n\r\n")[0]
        check(path, "X-Injected" not in head.replace("%0d%0aX-Injected", "").replace("%0D%0AX-Injected", "") and "x=1" not in head, head)
    head = raw("GET / HTTP/1.1", "X-Request-Id: a\tb", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher", cookies())
    check("forwarded headers of a stranger", "evil.example" not in head)
