package org.keyhopper.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.link.ProvisionLink;

class ArgumentsTest {

    private static final String LINK = "keyhopper://provision/R7K3M";

    @Test
    void realStationIsOpenedByDefault() {
        assertEquals(new Arguments(false, List.of(), Optional.empty()), Arguments.of());
    }

    @Test
    void argumentsAfterRehearseArePassedOn() {
        Arguments arguments = Arguments.of("rehearse", "--recipients", "3");
        assertTrue(arguments.rehearsal());
        assertEquals(List.of("--recipients", "3"), arguments.rest());
    }

    @Test
    void linkNamesARequest() {
        Arguments arguments = Arguments.of(LINK);
        assertFalse(arguments.rehearsal());
        assertEquals(Optional.of(ProvisionLink.to(new RequestId("R7K3M"))), arguments.link());
    }

    @Test
    void linkAmongOtherArgumentsIsRefused() {
        for (String[] arguments :
                new String[][] {{LINK, "--json"}, {"--json", LINK}, {LINK, LINK}, {"rehearse", LINK}}) {
            assertEquals(
                    Optional.of(ProvisionLink.refused()),
                    Arguments.of(arguments).link());
        }
    }
}
