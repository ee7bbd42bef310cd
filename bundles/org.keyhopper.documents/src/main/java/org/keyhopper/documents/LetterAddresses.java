package org.keyhopper.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.documents.internal.CsvDecoder;
import org.keyhopper.documents.internal.CsvRow;
import org.keyhopper.documents.internal.CsvRows;
import org.keyhopper.documents.internal.DocumentFaultException;

/** The lines in the windows of envelopes, by account. */
public final class LetterAddresses {

    /** Name and account of each person, for letters that are handed over. */
    public static final LetterAddresses NAMES = new LetterAddresses(Optional.empty());

    private static final String USER = "user";
    private static final int MOST_LINES = 6;

    private final Optional<Map<String, List<String>>> postal;

    private LetterAddresses(Optional<Map<String, List<String>>> postal) {
        this.postal = postal;
    }

    /**
     * Reads postal addresses from a CSV file: a column {@code user} with the account; the other columns, in their order, are the
     * lines of the address. Empty lines are left out. The caller closes the stream.
     */
    public static ReadResult<LetterAddresses> read(InputStream in) throws IOException {
        try {
            List<CsvRow> rows = CsvRows.of(CsvDecoder.decode(in.readAllBytes()));
            int user = rows.getFirst().values().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList()
                    .indexOf(USER);
            return user < 0
                    ? new ReadResult.Failure<>(
                            List.of(new DocumentFault(rows.getFirst().line(), USER, "This column is missing.")))
                    : read(rows.subList(1, rows.size()), user);
        } catch (DocumentFaultException e) {
            return new ReadResult.Failure<>(List.of(e.fault()));
        }
    }

    private static ReadResult<LetterAddresses> read(List<CsvRow> rows, int user) {
        Map<String, List<String>> found = new HashMap<>();
        List<DocumentFault> faults = new ArrayList<>();
        for (CsvRow row : rows) {
            List<String> lines = new ArrayList<>(row.values());
            String account = lines.size() > user ? lines.remove(user) : "";
            lines.removeIf(String::isBlank);
            if (account.isEmpty() || lines.isEmpty()) {
                faults.add(new DocumentFault(row.line(), "", "The account or the address is missing."));
            } else if (lines.size() > MOST_LINES) {
                faults.add(new DocumentFault(
                        row.line(), "", "The address has more than " + MOST_LINES + " lines, which no window shows."));
            } else if (found.put(key(account), List.copyOf(lines)) != null) {
                faults.add(new DocumentFault(row.line(), USER, account + " has a second address here."));
            }
        }
        return faults.isEmpty()
                ? new ReadResult.Success<>(new LetterAddresses(Optional.of(found)), List.of())
                : new ReadResult.Failure<>(faults);
    }

    private static String key(String account) {
        return account.toLowerCase(Locale.ROOT);
    }

    /** Returns the accounts that have no address, in the order of the people. */
    public List<String> missing(List<RecipientState> people) {
        return people.stream()
                .map(person -> person.recipient().user())
                .filter(user -> postal.isPresent() && !postal.get().containsKey(key(user)))
                .toList();
    }

    List<String> of(Recipient recipient) {
        return postal.map(addresses -> addresses.get(key(recipient.user())))
                .orElseGet(() -> recipient.name().equals(recipient.user())
                        ? List.of(recipient.user())
                        : List.of(recipient.name(), recipient.user()));
    }
}
