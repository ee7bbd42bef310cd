"""
A directory and an update site that are reached only by a proxy with an account (squid), and show certificates of a private authority: what the
network settings have to say for either, and what is reported when they say it wrong.
"""

import glob
import os
import urllib.parse

import product
import pytest
from desk import Desk
from released import Released
from squid import PASSWORD, PORT, USER, Squid
from tally import check, equal
from tls_front import Authority, Front, Site

pytestmark = pytest.mark.readers(2)

PERSON = "anna@contoso.example"
DIRECTORY, UPDATES = "directory.contoso.test", "updates.contoso.test"
SITE = f"{product.ROOT}/releng/org.keyhopper.site/target/repository"
PROXY = ["--proxy", f"127.0.0.1:{PORT}", "--user", USER, "--password", "env:PROXY_PASSWORD"]

desk = squid = authority = front = site = None


@pytest.fixture(scope="module", autouse=True)
def opened(readers):
    global desk, squid, authority, front, site
    desk = Desk([(PERSON, "Anna Arendt")], PROXY_PASSWORD=PASSWORD)
    authority = Authority(product.WORK)
    front = Front(authority, DIRECTORY, urllib.parse.urlsplit(desk.sandbox.ready["graphUrl"]).port)
    # One that trusts the key of development takes no updates from other computers.
    released = Released(os.path.join(product.WORK, "released"))
    desk.product.folder = released.folder
    site = Site(authority, UPDATES, released.site(SITE, os.path.join(product.WORK, "site")))
    squid = Squid(DIRECTORY, UPDATES)
    plain = urllib.parse.urlsplit(desk.sandbox.ready["graphUrl"])
    for key in ("loginUrl", "graphUrl"):
        desk.sandbox.ready[key] = desk.sandbox.ready[key].replace(f"{plain.scheme}://{plain.netloc}", front.url)
    desk.must("directory", "add", "contoso", *desk.sandbox.settings())
    yield
    squid.close()
    site.close()
    front.close()
    desk.close()


def reasons(result):
    return {line["reason"] for line in result.lines if "reason" in line}


def network(*arguments, **environment):
    return desk.product("network", *arguments, "--json", **environment)


def test_without_settings():
    equal("no way to the directory", reasons(desk.product("directory", "test", "contoso", "--json")), {"directory.unreachable"})
    equal("no settings", network("show").lines, [{}])


def test_wrong_password():
    equal("accepted", network("set", *PROXY, "--authorities", authority.pem, PROXY_PASSWORD="wrong").code, 0)
    equal("the directory", reasons(desk.product("directory", "test", "contoso", "--json")), {"network.proxy-sign-in"})
    update = desk.product("update", "--site", site.url + "/", "--check")
    check("the update site", update.code == 2 and "The proxy rejected the sign-in" in update.out + update.err, update.out + update.err)
    equal("a directory asks once, a site without and with the account", [status for _, status in squid.tunnels()].count("407"), 3)


def test_unknown_authority():
    equal("accepted", network("set", *PROXY).code, 0)
    equal("the directory", reasons(desk.product("directory", "test", "contoso", "--json")), {"network.certificate-not-trusted"})
    update = desk.product("update", "--site", site.url + "/", "--check")
    check("the update site", update.code == 2 and "server certificate is not trusted" in update.out + update.err, update.out + update.err)


def test_a_file_without_authorities():
    bad = network("set", *PROXY, "--authorities", desk.product.file("empty.pem", "no certificate"))
    equal("refused", bad.code, 2)
    equal("nothing was changed", "authorities" in network("show").lines[0], False)


def test_right_settings():
    shown = network("set", *PROXY, "--direct", "intranet.contoso.test", "--authorities", authority.pem).lines[0]
    wanted = {"proxy": f"127.0.0.1:{PORT}", "user": USER, "password": True, "direct": ["intranet.contoso.test"], "authorities": authority.pem}
    equal("shown", shown, wanted)
    result = desk.product("directory", "test", "contoso", "--json")
    equal("the directory", (result.code, reasons(result)), (0, set()))
    update = desk.product("update", "--site", site.url + "/", "--check", seconds=300)
    equal("the update site", update.code, 0)
    run = desk.provision(desk.request([PERSON]), {PERSON: desk.cards("plain")[0]})
    equal("provisioned", run.outcome(PERSON), "PROVISIONED")
    equal("by way of the proxy", {host.split(":")[0] for host, status in squid.tunnels() if status == "200"}, {DIRECTORY, UPDATES})


def test_the_password_is_kept_and_kept_secret():
    again = ["set", *PROXY[:4], "--authorities", authority.pem]
    equal("kept", network(*again).lines[0]["password"], True)
    equal("the directory", desk.product("directory", "test", "contoso").code, 0)
    for path in glob.glob(f"{desk.product.home}/**", recursive=True):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                check(f"not in {os.path.basename(path)}", PASSWORD.encode() not in file.read())


def test_another_proxy_does_not_get_the_password():
    equal("forgotten", network("set", "--proxy", "127.0.0.1:3129", "--user", USER).lines[0]["password"], False)
    equal("cleared", network("clear").lines, [{}])
