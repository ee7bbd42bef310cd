package org.keyhopper.update.internal.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;

class SiteAddressTest {

    private static final StationPolicy.Updates ONE = new StationPolicy.Updates(
            true, Optional.of(List.of(URI.create("https://updates.example/keyhopper/"))), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://updates.example",
                "HTTPS://updates.example/a/b/",
                "file:///srv/site",
                "http://localhost:8000/",
                "http://127.0.0.1:8000/site",
                "http://[::1]/"
            })
    void permittedAddresses(String address) {
        assertEquals(
                '/',
                SiteAddress.parse(address)
                        .orElseThrow()
                        .toString()
                        .charAt(SiteAddress.parse(address)
                                        .orElseThrow()
                                        .toString()
                                        .length()
                                - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "updates.example",
                "http://updates.example/",
                "http://localhost.updates.example/",
                "http://127.0.0.1@updates.example/",
                "http://me@localhost/",
                "ftp://updates.example/",
                "jar:file:///srv/site.zip!/",
                "file://server/share",
                "https:///a",
                "https://updates.example/?a=b",
                "https://updates.example/#a",
                "https://up dates.example/"
            })
    void otherAddresses(String address) {
        assertEquals(Optional.empty(), SiteAddress.parse(address));
    }

    @Test
    void policyRestrictsAddresses() throws UpdateException {
        URI allowed = URI.create("https://updates.example/keyhopper");
        assertEquals(URI.create("https://updates.example/keyhopper/"), SiteAddress.check(allowed, ONE));
        UpdateException refused = assertThrows(
                UpdateException.class,
                () -> SiteAddress.check(URI.create("https://updates.example/keyhopper/../other/"), ONE));
        assertEquals(UpdateProblem.SITE_NOT_ALLOWED, refused.problem().code());
    }
}
