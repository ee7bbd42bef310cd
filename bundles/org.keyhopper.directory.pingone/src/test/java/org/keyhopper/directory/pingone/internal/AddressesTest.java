package org.keyhopper.directory.pingone.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Settings;

class AddressesTest {

    private static final String ENVIRONMENT = "3072206f-9e3c-4a5b-8d1d-7d7d1b1b1b1b";

    private static Optional<URI> myAccount(Map<String, String> more) {
        Settings settings = new Settings(more);
        return Addresses.read(settings).result().orElseThrow().myAccount();
    }

    @Test
    void theAccountPageIsAtTheDomainOfTheRegion() {
        assertEquals(
                Optional.of(URI.create("https://apps.pingone.eu/" + ENVIRONMENT + "/myaccount/")),
                myAccount(Map.of(PingOneFields.ENVIRONMENT, ENVIRONMENT, PingOneFields.REGION, "eu")));
    }

    @Test
    void aDomainOfOnesOwnHasNoneThatIsKnown() {
        assertEquals(
                Optional.empty(),
                myAccount(Map.of(
                        PingOneFields.ENVIRONMENT,
                        ENVIRONMENT,
                        PingOneFields.AUTH_URL,
                        "https://login.contoso.example",
                        PingOneFields.REGION,
                        "eu")));
    }
}
