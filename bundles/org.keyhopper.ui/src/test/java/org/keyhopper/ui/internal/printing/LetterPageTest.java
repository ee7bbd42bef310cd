package org.keyhopper.ui.internal.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.documents.LetterTemplate;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;

class LetterPageTest {

    private static PinLetters letters(PinLetters.Layout layout, Optional<byte[]> logo) throws IOException {
        LocalDate date = LocalDate.of(2026, 12, 2);
        return new PinLetters(LetterTemplate.of(Locale.UK), layout, Locale.UK, date, logo);
    }

    private static PinLetter letter(String pin) {
        String account = "mara@contoso.example";
        return new PinLetter("Mara", List.of("Mara"), account, "Key", "7", Secret.of(pin), false, "R1-1");
    }

    private static long dark(ImageData image, int top, int bottom) {
        return IntStream.range(top * image.width, bottom * image.width)
                .filter(at -> image.data[at] == 0)
                .count();
    }

    @Test
    void pageHasTheSizeOfThePaper() throws IOException {
        try (LetterPage a4 =
                        LetterPage.draw(letters(PinLetters.Layout.DIN_5008_B, Optional.empty()), letter("836150"));
                LetterPage us = LetterPage.draw(letters(PinLetters.Layout.US_10, Optional.empty()), letter("836150"))) {
            assertEquals(210 * 300 / 25.4, a4.image().width, 2);
            assertEquals(297 * 300 / 25.4, a4.image().height, 2);
            assertEquals(8.5 * 300, us.image().width, 2);
            assertEquals(11 * 300, us.image().height, 2);
        }
    }

    @Test
    void twoPinsMakeTwoPagesAndClosingWipesThem() throws IOException {
        PinLetters letters = letters(PinLetters.Layout.DIN_5008_B, Optional.empty());
        LetterPage first = LetterPage.draw(letters, letter("836150"));
        LetterPage second = LetterPage.draw(letters, letter("000000"));
        ImageData image = first.image();
        long dark = dark(image, 0, image.height);
        assertTrue(dark > 10_000, () -> "dark: " + dark);
        assertFalse(dark == dark(second.image(), 0, image.height));
        first.close();
        second.close();
        assertEquals((long) image.width * image.height, dark(first.image(), 0, image.height));
    }

    @Test
    void logoThatIsNoImageIsRefused() throws IOException {
        byte[] logo = "no image".getBytes(StandardCharsets.UTF_8);
        PinLetters letters = letters(PinLetters.Layout.DIN_5008_B, Optional.of(logo));
        assertThrows(IOException.class, () -> LetterPage.draw(letters, letter("836150")));
    }
}
