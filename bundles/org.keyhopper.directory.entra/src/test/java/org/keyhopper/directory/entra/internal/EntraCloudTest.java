package org.keyhopper.directory.entra.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.directory.support.http.ServiceAddress;

class EntraCloudTest {

    private static Optional<URI> myApps(String login) {
        return EntraCloud.myApps(
                ServiceAddress.parse(EntraFields.LOGIN_URL, login).result().orElseThrow(), "contoso.com");
    }

    @Test
    void theGlobalCloudHasAPageWithASignIn() {
        assertEquals(
                Optional.of(URI.create("https://myapplications.microsoft.com/?tenantId=contoso.com")),
                myApps("https://login.microsoftonline.com/"));
    }

    @Test
    void othersHaveNoneThatIsKnown() {
        assertEquals(Optional.empty(), myApps("https://login.microsoftonline.us"));
        assertEquals(Optional.empty(), myApps("http://localhost:8080/login"));
    }
}
