package org.keyhopper.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.documents.internal.LetterPdf;

/**
 * Writes PIN letters as PDF documents, a page per person.
 *
 * @param layout of the envelope with a window
 * @param date in the letters
 * @param logo an image file (PNG or JPEG)
 */
public record PinLetters(LetterTemplate template, Layout layout, Locale locale, LocalDate date, Optional<byte[]> logo) {

    public PinLetters {
        Objects.requireNonNull(template);
        Objects.requireNonNull(layout);
        Objects.requireNonNull(locale);
        Objects.requireNonNull(date);
        Objects.requireNonNull(logo);
    }

    /** Where the address and the fold marks are. */
    public enum Layout {
        /** A4, DIN 5008 form B. */
        DIN_5008_B,
        /** US Letter, folded in three for a #10 envelope with a window. */
        US_10;

        /** Returns the layout usual in a country. */
        public static Layout of(Locale locale) {
            return locale.getCountry().equals("US") || locale.getCountry().equals("CA") ? US_10 : DIN_5008_B;
        }
    }

    /**
     * Writes the letters, flushes the stream and leaves it open. The letters are taken one after the other, so that no more than
     * one PIN needs to be open.
     *
     * @param password that opens the document (AES-256)
     * @throws IOException if the stream fails, or the logo is not an image
     */
    public void write(Iterator<PinLetter> letters, Secret password, OutputStream out) throws IOException {
        new LetterPdf(this).write(letters, Optional.of(password), out);
    }

    /**
     * Writes one letter, not encrypted; flushes the stream and leaves it open. It is for memory that is wiped when the letter is printed.
     *
     * @throws IOException if the stream fails, or the logo is not an image
     */
    public void writePlain(PinLetter letter, OutputStream out) throws IOException {
        new LetterPdf(this).write(List.of(letter).iterator(), Optional.empty(), out);
    }

    /** Writes a letter to a made-up person, not encrypted; flushes the stream and leaves it open. */
    public void writeSample(OutputStream out) throws IOException {
        String account = "erika.mustermann@example.com";
        PinLetter sample = new PinLetter(
                "Erika Mustermann",
                List.of("Erika Mustermann", account),
                account,
                "Example Key",
                "12345678",
                Secret.of("000000"),
                false,
                "SAMPLE-1");
        writePlain(sample, out);
    }
}
