package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Escrow keys on the command line. */
class PinsCommandTest {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private CommandFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CommandFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private int run(String... arguments) {
        return fixture.run(arguments);
    }

    private void type(String... answers) {
        fixture.typed.addAll(List.of(answers));
    }

    private String key() {
        return folder.resolve("office.p12").toString();
    }

    @Test
    void newKeyIsActivatedOnlyWithConsentAndListed() {
        type(PASSWORD, PASSWORD);
        assertEquals(0, run("pins", "new-key", key()), fixture::err);
        type(PASSWORD);
        assertEquals(2, run("pins", "activate", key()));
        assertTrue(fixture.out().contains("these PINs are lost"), fixture::out);
        assertEquals(0, run("pins", "keys"));
        assertTrue(fixture.out().contains("There is no escrow key"), fixture::out);
        type(PASSWORD);
        assertEquals(0, run("pins", "activate", key(), "--yes"), fixture::err);
        assertEquals(0, run("--json", "pins", "keys"));
        String fingerprint = fixture.objects().getFirst().get("fingerprint").getAsString();
        assertEquals(0, run("pins", "retire", fingerprint.substring(0, 16)), fixture::err);
        assertTrue(fixture.out().contains("No key is active"), fixture::out);
        assertEquals(2, run("pins", "retire", fingerprint));
    }

    @Test
    void weakOrMistypedPasswordWritesNothing() {
        type("short", "short");
        assertEquals(2, run("pins", "new-key", key()));
        type(PASSWORD, PASSWORD + "x");
        assertEquals(2, run("pins", "new-key", key()));
        assertFalse(Files.exists(Path.of(key())));
        assertFalse((fixture.out() + fixture.err()).contains(PASSWORD));
    }

    @Test
    void keyThatNothingWasSealedToReleasesNothing() {
        type(PASSWORD, PASSWORD);
        run("pins", "new-key", key());
        String request = fixture.station().requests().list().getFirst().id().value();
        Path letters = folder.resolve("letters.pdf");
        type(PASSWORD);
        assertEquals(
                2, run("pins", "letters", request, "--key", key(), "--reason", "test", "--out", letters.toString()));
        assertTrue(fixture.err().contains("This key does not open the PINs"), fixture::err);
        assertFalse(Files.exists(letters));
    }

    @Test
    void previewNeedsNoKeyAndNamesTheFaultOfATemplate() throws IOException {
        Path sample = folder.resolve("sample.pdf");
        assertEquals(0, run("pins", "preview", "--out", sample.toString(), "--language", "de-DE"), fixture::err);
        assertTrue(Files.size(sample) > 1000);
        assertEquals(2, run("pins", "preview", "--out", sample.toString()), "not overwritten");
        Path template = Files.writeString(folder.resolve("letter.txt"), "PIN\n\n{nmae}\n\n{pin}\n");
        assertEquals(
                2,
                run("pins", "preview", "--out", folder.resolve("b.pdf").toString(), "--template", template.toString()));
        assertTrue(fixture.err().contains("Line 3, {nmae}"), fixture::err);
    }
}
