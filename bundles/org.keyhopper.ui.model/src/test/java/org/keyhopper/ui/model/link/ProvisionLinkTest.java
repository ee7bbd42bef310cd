package org.keyhopper.ui.model.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.core.request.RequestId;

class ProvisionLinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"keyhopper://provision/R7K3M", "KEYHOPPER://provision/R7K3M", "KeyHopper://provision/R7K3M"})
    void namesARequest(String link) {
        assertEquals(Optional.of(ProvisionLink.to(new RequestId("R7K3M"))), ProvisionLink.in(link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keyhopper:",
                "keyhopper:R7K3M",
                "keyhopper://provision/",
                "keyhopper://provision/../../etc/passwd",
                "keyhopper://provision/R7K3M/",
                "keyhopper://provision//R7K3M",
                "keyhopper://delete/R7K3M",
                "keyhopper://Provision/R7K3M",
                "keyhopper://provision/R7K3M?directory=https://evil.example",
                "keyhopper://provision/R7K3M#--json",
                "keyhopper://provision/R7K3M --json",
                "keyhopper://provision/R7K3M\n--json",
                "keyhopper://provision/R7K3M\n",
                "keyhopper://provision/R7K3M\u0000",
                "keyhopper://provision/R7%4B3M",
                "keyhopper://provision/R7K3М",
                "keyhopper://evil.example@provision/R7K3M",
                "keyhopper://provision:443/R7K3M",
                "keyhopper://provision@evil.example/R7K3M",
                "\u212aeyhopper://provision/R7K3M"
            })
    void malformedLinkIsRefused(String link) {
        assertEquals(Optional.of(ProvisionLink.refused()), ProvisionLink.in(link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "rehearse", "--json", "https://provision/R7K3M", " keyhopper://provision/R7K3M", "keyhopper"
            })
    void otherArgumentIsNoLink(String argument) {
        assertEquals(Optional.empty(), ProvisionLink.in(argument));
    }

    @Test
    void addressParsesToTheSameLink() {
        ProvisionLink link = ProvisionLink.to(new RequestId("R7K3M"));
        assertEquals(Optional.of(link), ProvisionLink.in(link.address()));
        assertEquals(
                Optional.of(ProvisionLink.refused()),
                ProvisionLink.in(ProvisionLink.refused().address()));
    }
}
