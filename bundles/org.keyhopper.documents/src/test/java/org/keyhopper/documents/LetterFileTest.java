package org.keyhopper.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.settings.Secret;

/** Letters are tried with made-up PINs before the PINs are there. */
class LetterFileTest {

    private static final Secret PASSWORD = Secret.of("letters of Berlin");

    @TempDir
    Path folder;

    private static PinLetters letters(Optional<byte[]> logo) throws IOException {
        return new PinLetters(
                LetterTemplate.of(Locale.US), PinLetters.Layout.US_10, Locale.US, LocalDate.of(2026, 12, 1), logo);
    }

    private static List<PinLetter> people(int count, String pin) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PinLetter(
                        "Anna", List.of("Anna"), "anna@contoso.com", "Key", "", Secret.of(pin), false, "R7K3M-" + i))
                .toList();
    }

    private static PdfReader read(Path file) throws IOException {
        return new PdfReader(Files.readAllBytes(file), "letters of Berlin".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void madeUpLettersTakeTheRoomAndAreReplaced() throws IOException {
        Path file = folder.resolve("letters.pdf");
        try (LetterFile made = LetterFile.create(file)) {
            made.prepare(
                    letters(Optional.empty()), people(40, "0000000000000000").iterator(), PASSWORD);
            long taken = Files.size(file);
            made.write(
                    letters(Optional.empty()),
                    people(40, "739201847392018473920184").iterator(),
                    PASSWORD);
            assertTrue(Files.size(file) <= taken, Files.size(file) + " bytes, but there was room for " + taken);
        }
        PdfReader reader = read(file);
        assertEquals(40, reader.getNumberOfPages());
        String page = new PdfTextExtractor(reader).getTextFromPage(40);
        assertTrue(page.contains("739201847392018473920184"), page);
        assertFalse(page.contains("0000000000000000"), page);
    }

    @Test
    void preparedFileIsRemovedWhenNothingWasReleased() throws IOException {
        Path file = folder.resolve("letters.pdf");
        try (LetterFile made = LetterFile.create(file)) {
            made.prepare(letters(Optional.empty()), people(1, "0000").iterator(), PASSWORD);
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void logoThatIsNoImageIsKnownBefore() throws IOException {
        PinLetters bad = letters(Optional.of("no image".getBytes(StandardCharsets.US_ASCII)));
        try (LetterFile made = LetterFile.create(folder.resolve("letters.pdf"))) {
            assertThrows(
                    IOException.class, () -> made.prepare(bad, people(1, "0000").iterator(), PASSWORD));
        }
    }
}
