package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.ui.fakes.FakeStation;

class DirectorySessionTest {

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryInteraction signIn = new DirectoryInteraction(context, address -> {});

    @Test
    void failedSignInRemovesTheDeviceCode() {
        station.directories.signingIn = prompts -> {
            prompts.showDeviceCode("HJKR", URI.create("https://x.example"), Instant.MAX);
            throw new IllegalStateException("made up");
        };
        try (DirectorySession session = new DirectorySession(context, signIn, notice -> {})) {
            assertThrows(
                    IllegalStateException.class,
                    () -> session.ask("contoso", directory -> Answer.done(directory.people())));
        }
        assertEquals(Optional.empty(), signIn.codes().get());
    }
}
