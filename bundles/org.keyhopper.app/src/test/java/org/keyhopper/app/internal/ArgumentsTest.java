package org.keyhopper.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.core.request.RequestId;

class ArgumentsTest {

    @Test
    void withoutArgumentsTheRealStationIsOpened() {
        assertFalse(Arguments.of().rehearsal());
    }

    @Test
    void rehearsePassesOnWhatFollows() {
        Arguments arguments = Arguments.of("rehearse", "--recipients", "3");
        assertTrue(arguments.rehearsal());
        assertEquals(List.of("--recipients", "3"), arguments.rest());
    }

    @Test
    void anAddressNamesTheRequestToBeginWith() {
        assertEquals(
                Optional.of(new RequestId("R42-x")),
                Arguments.of("keyhopper://provision/R42-x").request());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keyhopper://provision/",
                "keyhopper://provision/../../etc",
                "keyhopper://delete/R42",
                "keyhopper://provision/R 42",
                "keyhopper:R42",
                "https://provision/R42"
            })
    void anythingElseInAnAddressIsNoRequest(String argument) {
        assertEquals(Optional.empty(), Arguments.of(argument).request());
    }
}
