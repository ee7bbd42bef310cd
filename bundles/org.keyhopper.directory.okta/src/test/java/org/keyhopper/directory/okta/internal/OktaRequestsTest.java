package org.keyhopper.directory.okta.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.Effect;
import org.keyhopper.directory.support.http.ServiceAddress;

class OktaRequestsTest {

    private final OktaRequests requests = new OktaRequests(new ServiceAddress(URI.create("https://contoso.okta.com")));

    @ParameterizedTest
    @CsvSource({
        "jo@x.org, /api/v1/users/jo%40x.org",
        "a/b?c#d, /api/v1/users/a%2Fb%3Fc%23d",
        "../groups, /api/v1/users/..%2Fgroups",
    })
    void loginsAreEncodedInThePath(String reference, String path) {
        assertEquals(path, requests.user(reference).getRawPath());
    }

    @Test
    void quotesAndBackslashesAreEscapedInSearches() {
        String query = requests.usersByMail("a\"b\\c@x.org").getQuery();
        assertTrue(query.contains("profile.email eq \"a\\\"b\\\\c@x.org\""), query);
    }

    @Test
    void searchCoversNamesLoginAndMail() {
        String query = requests.usersBeginningWith("Jo", 500).getQuery();
        for (String attribute : List.of("login", "firstName", "lastName", "displayName", "email")) {
            assertTrue(query.contains("profile." + attribute + " sw \"Jo\""), query);
        }
        assertTrue(query.contains("limit=200"), query);
    }

    @Test
    void factorIdsAreEncodedInThePath() {
        assertEquals(
                "/api/v1/users/u%2F1/factors/f%3F2",
                requests.factor("u/1", "f?2").getRawPath());
    }

    @Test
    void registrationsAreNotRepeated() {
        NewCredential credential =
                new NewCredential(CredentialId.of(new byte[] {1}), new byte[] {2}, new byte[] {3}, List.of());
        for (ApiRequest request : List.of(requests.create("u"), requests.activate("u", "f", credential))) {
            assertEquals("POST", request.method());
            assertEquals(Effect.NON_IDEMPOTENT, request.effect());
        }
        assertEquals(
                "/api/v1/users/u/factors/f/lifecycle/activate",
                requests.activate("u", "f", credential).address().getRawPath());
    }
}
