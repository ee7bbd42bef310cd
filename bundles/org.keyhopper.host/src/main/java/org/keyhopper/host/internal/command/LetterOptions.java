package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.LetterFile;
import org.keyhopper.documents.LetterTemplate;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.documents.ReadResult;
import picocli.CommandLine.Option;

/** How letters look. */
final class LetterOptions {

    /** The envelopes. */
    enum Envelope {
        din,
        us
    }

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The PDF file to write; it must not exist.")
    private Path file;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "The language of the letters, such as de or en-US (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(
            names = "--envelope",
            paramLabel = "ENVELOPE",
            description = "din (A4, DIN 5008 form B) or us (US Letter, #10); by the country of the language if absent.")
    private Envelope envelope;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "A text file with the letter; the page on PINs of the help has its placeholders.")
    private Path template;

    @Option(names = "--logo", paramLabel = "FILE", description = "An image for the head of the letter, PNG or JPEG.")
    private Path logo;

    Path file() {
        return file;
    }

    /** Makes the file, before any PIN is released. */
    LetterFile create() throws InputRefusedException {
        try {
            return LetterFile.create(file);
        } catch (FileAlreadyExistsException e) {
            throw new InputRefusedException("The file " + file + " exists and is not overwritten.");
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    InputRefusedException notWritten(IOException e) {
        return new InputRefusedException(
                "The file " + file + " cannot be written: " + e.getMessage() + ". No PIN was released.");
    }

    PinLetters letters() throws InputRefusedException {
        Locale locale = Locale.forLanguageTag(language);
        PinLetters.Layout layout = envelope == null
                ? PinLetters.Layout.of(locale)
                : envelope == Envelope.us ? PinLetters.Layout.US_10 : PinLetters.Layout.DIN_5008_B;
        return new PinLetters(text(locale), layout, locale, LocalDate.now(), image());
    }

    private LetterTemplate text(Locale locale) throws InputRefusedException {
        try {
            if (template == null) {
                return LetterTemplate.of(locale);
            }
            return switch (LetterTemplate.read(Files.readString(template, StandardCharsets.UTF_8))) {
                case ReadResult.Success<LetterTemplate>(LetterTemplate value, List<String> warnings) -> value;
                case ReadResult.Failure<LetterTemplate>(List<DocumentFault> faults) ->
                    throw new InputRefusedException(faults.stream()
                            .map(DocumentFault::toString)
                            .collect(Collectors.joining(System.lineSeparator())));
            };
        } catch (IOException e) {
            throw new InputRefusedException("The template " + template + " cannot be read as UTF-8.");
        }
    }

    private Optional<byte[]> image() throws InputRefusedException {
        if (logo == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(logo));
        } catch (IOException e) {
            throw new InputRefusedException("The file " + logo + " cannot be read.");
        }
    }
}
