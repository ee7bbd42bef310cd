package org.keyhopper.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;

/** Letters: a page per person with that person's PIN, which stands nowhere else. */
class PinLettersTest {

    private static final Secret PASSWORD = Secret.of("letters of Berlin");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 30);

    private static PinLetter letter(String name, String pin, boolean reprint) {
        return new PinLetter(
                name,
                List.of(name, "anna@contoso.com"),
                "anna@contoso.com",
                "YubiKey 5 NFC",
                "12345678",
                Secret.of(pin),
                reprint,
                "R7K3M-1");
    }

    private static byte[] write(Locale locale, List<PinLetter> letters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PinLetters(LetterTemplate.of(locale), PinLetters.Layout.of(locale), locale, DATE, Optional.empty())
                .write(letters.iterator(), PASSWORD, out);
        return out.toByteArray();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf, "letters of Berlin".getBytes(StandardCharsets.UTF_8));
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> pages = new ArrayList<>();
        for (int i = 1; i <= reader.getNumberOfPages(); i++) {
            pages.add(extractor.getTextFromPage(i));
        }
        return pages;
    }

    @Test
    void eachPageHasThePinOfItsPersonInTheOrderGiven() throws IOException {
        byte[] pdf = write(
                Locale.US,
                List.of(
                        letter("Anna Berg", "73920184", false),
                        letter("Zoë O'Neil", "58204716", true),
                        letter("\u05d3\u05d5\u05d3 \u05db\u05d4\u05df", "40917263", false)));
        List<String> pages = pages(pdf);
        assertEquals(3, pages.size());
        assertTrue(pages.get(0).contains("73920184"), pages.get(0));
        assertTrue(pages.get(0).contains("YubiKey 5 NFC"), pages.get(0));
        assertTrue(pages.get(1).contains("58204716"), pages.get(1));
        assertTrue(pages.get(1).contains("REPRINT"), pages.get(1));
        assertFalse(pages.get(0).contains("REPRINT"), pages.get(0));
        assertTrue(pages.get(2).contains("40917263"), pages.get(2));
    }

    @Test
    void germanLetterIsGerman() throws IOException {
        String page = pages(write(Locale.GERMANY, List.of(letter("Jörg Weiß", "73920184", false))))
                .getFirst();
        assertTrue(page.contains("Sicherheitsschlüssels"), page);
        assertTrue(page.contains("30. November 2026"), page);
    }

    @Test
    void documentIsEncryptedAndItsDescriptionHasNoPin() throws IOException {
        byte[] pdf = write(Locale.US, List.of(letter("Anna Berg", "73920184", false)));
        assertThrows(IOException.class, () -> new PdfReader(pdf, "wrong".getBytes(StandardCharsets.UTF_8)));
        String raw = new String(pdf, StandardCharsets.ISO_8859_1);
        assertFalse(raw.contains("73920184"));
        assertFalse(raw.contains("Anna"));
        PdfReader reader = new PdfReader(pdf, "letters of Berlin".getBytes(StandardCharsets.UTF_8));
        assertFalse(reader.getInfo().toString().contains("73920184"));
    }

    @Test
    void templateFaultsNameLineAndPlaceholder() {
        List<DocumentFault> faults = faults("Your PIN\n\n{nmae}, this is {pin} it:\n{pin}\n{date");
        assertEquals(
                List.of("3 {nmae}", "3 {pin}", "5 "),
                faults.stream().map(it -> it.line() + " " + it.place()).toList());
        assertEquals("pin", faults("no PIN").getFirst().place());
    }

    private static List<DocumentFault> faults(String text) {
        return ((ReadResult.Failure<LetterTemplate>) LetterTemplate.read(text)).faults();
    }

    @Test
    void nameInAnotherDirectionDoesNotTurnTheLetter() {
        LetterTemplate template =
                ((ReadResult.Success<LetterTemplate>) LetterTemplate.read("PIN\n\n{name},\n\n{pin}\n")).value();
        List<LetterTemplate.Paragraph> paragraphs =
                template.paragraphs(Map.of("name", "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df"));
        assertFalse(paragraphs.get(1).rightToLeft());
        assertTrue(paragraphs.get(2).isPin());
        LetterTemplate hebrew = ((ReadResult.Success<LetterTemplate>)
                        LetterTemplate.read("\u05e9\u05dc\u05d5\u05dd {name}\n\n{pin}\n"))
                .value();
        assertTrue(hebrew.paragraphs(Map.of("name", "Anna")).getFirst().rightToLeft());
    }

    @Test
    void ownTemplateIsUsedWithItsValues() throws IOException {
        LetterTemplate template = ((ReadResult.Success<LetterTemplate>)
                        LetterTemplate.read("Hello {name}\n\n{pin}\n\n$1 {serial}"))
                .value();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PinLetters(template, PinLetters.Layout.US_10, Locale.US, DATE, Optional.empty())
                .write(List.of(letter("Anna $ Berg", "73920184", false)).iterator(), PASSWORD, out);
        String page = pages(out.toByteArray()).getFirst();
        assertTrue(page.contains("Anna $ Berg"), page);
        assertTrue(page.contains("$1 12345678"), page);
    }

    /** As on a disk that is full: always the exception that callers expect, wherever the room ends. */
    @Test
    void fullDiskIsAnIoExceptionWhereverItEnds() throws IOException {
        List<PinLetter> people = List.of(letter("Anna Berg", "73920184", false), letter("Ben", "58204716", false));
        int length = write(Locale.US, people).length;
        for (int room = 0; room < length - 200; room += 1500) {
            OutputStream disk = new SmallDisk(room);
            PinLetters letters = new PinLetters(
                    LetterTemplate.of(Locale.US), PinLetters.Layout.US_10, Locale.US, DATE, Optional.empty());
            IOException e = assertThrows(IOException.class, () -> letters.write(people.iterator(), PASSWORD, disk));
            assertEquals("No space left on device", e.getMessage());
        }
    }

    private static final class SmallDisk extends OutputStream {

        private int room;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(int value) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
