package org.keyhopper.central.portal.internal.create;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ReadResult;
import org.keyhopper.documents.RecipientCsv;

/** The list of people as text: CSV with or without a header row; in the simplest case, an account in each line. */
final class PeopleList {

    private static final String HEADER = "user,displayName,email";

    private PeopleList() {}

    /** Reads a list; lines of faults are those of the text. */
    static ReadResult<List<Recipient>> read(String text) {
        if (text.isBlank()) {
            return new ReadResult.Success<>(List.of(), List.of());
        }
        boolean hasHeader = hasHeader(text);
        ReadResult<List<Recipient>> result = parse(hasHeader ? text : header(text) + "\n" + text);
        return hasHeader ? result : shifted(result);
    }

    private static boolean hasHeader(String text) {
        try (InputStream in = stream(text)) {
            return RecipientCsv.header(in, Map.of()).used().containsKey("user");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header for the columns of the first line, with its separator. */
    private static String header(String text) {
        String first = text.lines().findFirst().orElse("");
        for (String separator : List.of(",", ";", "\t")) {
            if (first.contains(separator)) {
                int columns = Math.min(first.split(separator, -1).length, 3);
                return String.join(separator, List.of(HEADER.split(",")).subList(0, columns));
            }
        }
        return "user";
    }

    private static ReadResult<List<Recipient>> parse(String text) {
        try (InputStream in = stream(text)) {
            return RecipientCsv.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadResult<List<Recipient>> shifted(ReadResult<List<Recipient>> result) {
        return switch (result) {
            case ReadResult.Success<List<Recipient>> success -> success;
            case ReadResult.Failure<List<Recipient>>(List<DocumentFault> faults) ->
                new ReadResult.Failure<>(faults.stream()
                        .map(fault -> new DocumentFault(Math.max(0, fault.line() - 1), fault.place(), fault.message()))
                        .toList());
        };
    }

    /** Returns the list with more people at its end; those that are on it already are left out. */
    static String with(String text, List<DirectoryUser> more) {
        StringBuilder list = new StringBuilder(text.strip());
        Set<String> listed = new HashSet<>();
        if (read(text) instanceof ReadResult.Success<List<Recipient>>(List<Recipient> people, List<String> warnings)) {
            people.forEach(person -> listed.add(person.user().toLowerCase(Locale.ROOT)));
        }
        if (list.isEmpty()) {
            list.append(HEADER);
        }
        String separator =
                text.lines().findFirst().filter(line -> line.contains(";")).isPresent() ? ";" : ",";
        boolean wide = list.toString().lines().findFirst().orElse("").contains(separator);
        for (DirectoryUser user : more) {
            if (listed.add(user.userName().toLowerCase(Locale.ROOT))) {
                list.append('\n').append(cell(user.userName(), separator));
                if (wide) {
                    list.append(separator).append(cell(user.displayName(), separator));
                    list.append(separator).append(cell(user.email() == null ? "" : user.email(), separator));
                }
            }
        }
        return list.toString();
    }

    private static String cell(String value, String separator) {
        boolean plain = !value.contains(separator)
                && !value.contains("\"")
                && value.lines().count() <= 1;
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
