package org.keyhopper.central.server.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an invitation: a line {@code Subject: …}, an empty one, and the text, with placeholders in braces. There is none for
 * anything secret but the link.
 */
public record InvitationTemplate(String subject, String text) {

    private static final String SUBJECT = "Subject:";
    private static final String LINK = "link";
    private static final Set<String> PLACEHOLDERS = Set.of("name", LINK, "expires", "contact");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\s]*)\\}");

    /** Returns the template of a file, or the one of the product. */
    public static InvitationTemplate of(Optional<Path> file, Locale language) throws IOException {
        return parsed(
                file.isPresent()
                        ? Files.readString(file.get(), StandardCharsets.UTF_8)
                        : resource("/mail/invitation_" + language.getLanguage() + ".txt"));
    }

    private static String resource(String name) {
        try (InputStream in = InvitationTemplate.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvitationTemplate parsed(String content) {
        List<String> lines = content.lines().toList();
        return new InvitationTemplate(
                lines.getFirst().substring(SUBJECT.length()).strip(),
                String.join("\r\n", lines.subList(2, lines.size())) + "\r\n");
    }

    /** Returns what is wrong with a template, each with its line and placeholder. */
    static List<String> faultsOf(String content) {
        List<String> faults = new ArrayList<>();
        List<String> lines = content.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith(SUBJECT)) {
            faults.add("line 1 does not begin with " + SUBJECT);
        }
        if (lines.size() < 2 || !lines.get(1).isBlank()) {
            faults.add("line 2 is not empty");
        }
        boolean linked = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = PLACEHOLDER.matcher(lines.get(i));
            while (found.find()) {
                String name = found.group(1);
                if (!PLACEHOLDERS.contains(name)) {
                    faults.add("line " + (i + 1) + ": there is no placeholder {" + name + "}");
                } else if (i == 0 && name.equals(LINK)) {
                    faults.add("line 1: {link} does not belong into the subject");
                }
                linked |= i > 0 && name.equals(LINK);
            }
        }
        if (!linked) {
            faults.add("the text has no {link}");
        }
        return faults;
    }

    /** Returns the subject with its placeholders filled in, on one line. */
    public String subject(Map<String, String> values) {
        return filled(subject, values).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    public String text(Map<String, String> values) {
        return filled(text, values);
    }

    /** What is filled in is no template. */
    private static String filled(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1), "").replaceAll("\\p{Cntrl}+", " ")));
    }
}
