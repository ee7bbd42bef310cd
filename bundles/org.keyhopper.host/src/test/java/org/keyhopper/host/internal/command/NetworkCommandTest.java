package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.host.internal.ExitCode;

/** {@code keyhopper network} */
class NetworkCommandTest {

    private CommandFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CommandFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void setsProxyAndAuthorities() {
        int code = fixture.run(
                "network",
                "set",
                "--proxy",
                "proxy.contoso.example:3128",
                "--user",
                "keyhopper",
                "--password",
                "env:PATH",
                "--direct",
                "a.example,.b.example",
                "--authorities",
                "/etc/ssl/contoso.pem",
                "--json");
        assertEquals(ExitCode.DONE, code, fixture.err());
        assertEquals(
                "{\"proxy\":\"proxy.contoso.example:3128\",\"user\":\"keyhopper\",\"password\":true,"
                        + "\"direct\":[\"a.example\",\".b.example\"],\"authorities\":\"/etc/ssl/contoso.pem\"}",
                fixture.objects().getFirst().toString());
        NetworkSettings.Proxy proxy = fixture.network.settings().proxy().orElseThrow();
        assertTrue(proxy.bypasses("www.b.example") && proxy.bypasses("localhost"));
        assertFalse(proxy.bypasses("c.example") || proxy.bypasses("notb.example"));
    }

    @Test
    void passwordIsNeverOnTheCommandLine() {
        assertEquals(
                ExitCode.BAD_INPUT,
                fixture.run("network", "set", "--proxy", "p:3128", "--user", "keyhopper", "--password", "geheim"));
        assertEquals(NetworkSettings.SYSTEM, fixture.network.settings());
    }

    @Test
    void refusesAnAddressWithoutPort() {
        assertEquals(ExitCode.BAD_INPUT, fixture.run("network", "set", "--proxy", "proxy.contoso.example"));
        assertTrue(fixture.err().contains("Invalid proxy address"), fixture.err());
    }

    @Test
    void reportsUnusableAuthorities() {
        fixture.network.refusal = Optional.of(Problem.of(NetworkProblem.BAD_AUTHORITIES, "x.pem"));
        assertEquals(ExitCode.BAD_INPUT, fixture.run("network", "set", "--authorities", "x.pem"));
        assertTrue(fixture.err().contains("x.pem"), fixture.err());
    }

    @Test
    void clears() {
        fixture.run("network", "set", "--proxy", "proxy.contoso.example:3128");
        assertEquals(ExitCode.DONE, fixture.run("network", "clear", "--json"));
        assertEquals("{}", fixture.objects().getFirst().toString());
    }
}
