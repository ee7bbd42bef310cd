package org.keyhopper.ui.model.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.testkit.fuzz.Fuzz;

/** Links from any web page or mail. */
class ProvisionLinkFuzzTest {

    @Test
    void linksNameARequestOrAreRefused() {
        Fuzz.assertTextsAreReadOrRefused(
                "link",
                List.of(
                        "keyhopper://provision/R7K3M",
                        "keyhopper://provision/R7K3M?central=Contoso",
                        "KEYHOPPER://provision/R7K3M/"),
                input -> {
                    Optional<ProvisionLink> link = ProvisionLink.in(new String(input, StandardCharsets.UTF_8));
                    link.flatMap(ProvisionLink::request)
                            .ifPresent(request ->
                                    assertTrue(request.value().matches("[A-Za-z0-9-]{1,64}"), request.value()));
                });
    }
}
