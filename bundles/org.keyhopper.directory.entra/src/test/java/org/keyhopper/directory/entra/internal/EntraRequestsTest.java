package org.keyhopper.directory.entra.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.directory.support.http.ServiceAddress;

class EntraRequestsTest {

    private static final String KEY = "\uD83D\uDD11";

    private final EntraRequests requests = new EntraRequests(new ServiceAddress(URI.create("https://graph.example")));

    @ParameterizedTest
    @CsvSource({
        "jo@x.org, /v1.0/users/jo%40x.org",
        "o\"neil@x.org, /v1.0/users/o%22neil%40x.org",
        "jo_y.org#EXT#@x.org, /v1.0/users/jo_y.org%23EXT%23%40x.org",
        "a/b?c, /v1.0/users/a%2Fb%3Fc",
        "$jo@x.org, /v1.0/users('%24jo%40x.org')",
    })
    void accountNamesAreEncodedInThePath(String reference, String path) {
        assertEquals(path, requests.user(reference).getRawPath());
    }

    @Test
    void quotesAreDoubledInFilters() {
        assertTrue(requests.usersByMail("o'neil@x").getQuery().contains("mail eq 'o''neil@x'"));
        assertTrue(requests.groupsNamed("D'Angelo").getQuery().contains("'D''Angelo'"));
    }

    @Test
    void methodIdsAreEncodedInThePath() {
        assertTrue(requests.passkey("u", "a+/=").getRawPath().endsWith("/fido2Methods/a%2B%2F%3D"));
    }

    @Test
    void namesAreCutByCharactersNotByHalves() {
        assertEquals(KEY.repeat(30), EntraRequests.shortened(KEY.repeat(31)));
        assertEquals("a".repeat(30), EntraRequests.shortened("a".repeat(30)));
        assertEquals("Card 1", EntraRequests.shortened(" Card 1 "));
        assertEquals("Passkey", EntraRequests.shortened("  "));
    }
}
