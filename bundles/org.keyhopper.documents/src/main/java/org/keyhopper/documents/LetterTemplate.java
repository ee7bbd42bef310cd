package org.keyhopper.documents;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a PIN letter: paragraphs separated by empty lines, of which the first is the subject, with placeholders in braces.
 * The PIN stands in a line of its own.
 */
public final class LetterTemplate {

    /** What can stand in braces. */
    public static final Set<String> PLACEHOLDERS =
            new TreeSet<>(Set.of("account", "date", "device", "name", "pin", "serial"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final String PIN = "{pin}";

    private final List<String> paragraphs;

    private LetterTemplate(List<String> paragraphs) {
        this.paragraphs = List.copyOf(paragraphs);
    }

    /** Returns the text that comes with the product: German for German, else English. */
    public static LetterTemplate of(Locale locale) throws IOException {
        String file = "de".equals(locale.getLanguage()) ? "letter_de.txt" : "letter.txt";
        try (InputStream in = LetterTemplate.class.getResourceAsStream("/org/keyhopper/documents/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            ReadResult<LetterTemplate> read = read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (read instanceof ReadResult.Success<LetterTemplate>(LetterTemplate template, List<String> warnings)) {
                return template;
            }
            throw new IllegalStateException(file + ": " + read);
        }
    }

    /** Reads a template; each fault names its line and placeholder. */
    public static ReadResult<LetterTemplate> read(String text) {
        List<DocumentFault> faults = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int pins = 0;
        String[] lines = text.replace("\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            check(line, i + 1, faults);
            boolean pin = line.equals(PIN);
            pins += pin ? 1 : 0;
            if (line.isEmpty() || pin) {
                end(paragraph, paragraphs);
            }
            if (pin) {
                paragraphs.add(PIN);
            } else if (!line.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
            }
        }
        end(paragraph, paragraphs);
        if (pins != 1) {
            faults.add(new DocumentFault(0, "pin", "The line {pin} must be there exactly once."));
        }
        return faults.isEmpty()
                ? new ReadResult.Success<>(new LetterTemplate(paragraphs), List.of())
                : new ReadResult.Failure<>(faults);
    }

    private static void end(StringBuilder paragraph, List<String> paragraphs) {
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    private static void check(String line, int number, List<DocumentFault> faults) {
        Matcher matcher = PLACEHOLDER.matcher(line);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!PLACEHOLDERS.contains(name)) {
                faults.add(new DocumentFault(
                        number,
                        "{" + name + "}",
                        "There is no such placeholder; these exist: " + String.join(", ", PLACEHOLDERS) + "."));
            } else if (name.equals("pin") && !line.equals(PIN)) {
                faults.add(new DocumentFault(number, PIN, "The PIN must stand in a line of its own."));
            }
        }
        String rest = matcher.replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            faults.add(new DocumentFault(number, "", "A brace is not closed or not opened."));
        }
    }

    /**
     * A paragraph with its values.
     *
     * @param text empty for the PIN
     * @param rightToLeft whether the template is written from right to left; a name in another direction does not change that
     */
    public record Paragraph(String text, boolean rightToLeft) {

        /** Returns whether the PIN stands here. */
        public boolean isPin() {
            return text.isEmpty();
        }
    }

    /** Returns the paragraphs with their values. */
    public List<Paragraph> paragraphs(Map<String, String> values) {
        return paragraphs.stream()
                .map(paragraph -> paragraph.equals(PIN) ? new Paragraph("", false) : filled(paragraph, values))
                .toList();
    }

    private static Paragraph filled(String paragraph, Map<String, String> values) {
        Matcher places = PLACEHOLDER.matcher(paragraph);
        String words = places.replaceAll("");
        boolean rightToLeft = new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
        String text = places.replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), "")));
        return new Paragraph(text.isEmpty() ? " " : text, rightToLeft);
    }
}
