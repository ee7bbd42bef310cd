package org.keyhopper.central.server.internal.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses count as the server's own network. */
class AddressRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "169.254.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:db8::1",
                "2001::1",
                "fec0::1"
            })
    void addressesOfTheOwnNetworkAreRefused(String address) throws Exception {
        assertFalse(AddressRule.isPublic(InetAddress.getByName(address)), address);
        assertThrows(IOException.class, () -> new AddressRule(List.of()).resolve(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20.190.160.1",
                "172.32.0.1",
                "172.15.0.1",
                "100.128.0.1",
                "192.169.0.1",
                "2603:1026::1",
                "2606:4700::1111",
                "64:ff9b::808:808"
            })
    void publicAddressesArePermitted(String address) throws Exception {
        assertTrue(AddressRule.isPublic(InetAddress.getByName(address)), address);
    }

    @Test
    void hostThatAnAdministratorAllowsMayBeAnywhere() throws Exception {
        AddressRule rule = new AddressRule(
                List.of("Keycloak.Example"), host -> new InetAddress[] {InetAddress.getByName("10.0.0.7")});
        assertEquals("10.0.0.7", rule.resolve("keycloak.example.").getFirst().getHostAddress());
        assertThrows(IOException.class, () -> rule.resolve("other.example"));
        assertThrows(IOException.class, () -> rule.resolve("10.0.0.7"));
    }

    @Test
    void privateAddressesAmongOthersAreLeftOut() throws Exception {
        AddressRule rule = new AddressRule(List.of(), host ->
                new InetAddress[] {InetAddress.getByName("10.0.0.7"), InetAddress.getByName("20.190.160.1")});
        assertEquals(
                List.of("20.190.160.1"),
                rule.resolve("mixed.example").stream()
                        .map(InetAddress::getHostAddress)
                        .toList());
    }

    @Test
    void proxyIsNotAskedForTheOwnNetwork() {
        assertFalse(new AddressRule(List.of()).mayBePassedOn("169.254.169.254"));
        AddressRule unknown = new AddressRule(List.of(), host -> {
            throw new UnknownHostException(host);
        });
        assertTrue(unknown.mayBePassedOn("login.example"));
    }
}
