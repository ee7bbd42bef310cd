package org.keyhopper.documents.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.documents.DocumentFault;

/** Validates rows one by one and converts them to recipients or faults. */
public final class RecipientRowParser {

    private final CsvColumns columns;
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<DocumentFault> faults = new ArrayList<>();
    private final Map<String, Integer> lineOfUser = new HashMap<>();

    public RecipientRowParser(CsvColumns columns) {
        this.columns = columns;
    }

    public void add(CsvRow row) {
        int before = faults.size();
        if (row.values().size() != columns.count()) {
            faults.add(new DocumentFault(
                    row.line(),
                    "",
                    "This row has " + row.values().size() + " values, but there are " + columns.count()
                            + " columns. A value with a comma in it must stand in quotation marks."));
            return;
        }
        for (RecipientColumn column : RecipientColumn.values()) {
            check(row.line(), column, value(row, column));
        }
        checkUser(row);
        checkEmail(row);
        if (faults.size() == before) {
            recipients.add(new Recipient(
                    value(row, RecipientColumn.USER),
                    value(row, RecipientColumn.DISPLAY_NAME),
                    value(row, RecipientColumn.EMAIL),
                    value(row, RecipientColumn.DEVICE_NAME)));
        }
    }

    public List<Recipient> recipients() {
        return List.copyOf(recipients);
    }

    /** Returns the faults; a file without recipients is one. */
    public List<DocumentFault> faults() {
        return faults.isEmpty() && recipients.isEmpty()
                ? List.of(new DocumentFault(0, "", "The file names the columns, but no person."))
                : List.copyOf(faults);
    }

    private void check(int line, RecipientColumn column, String value) {
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            fault(line, column, "The value has a line break or another character that cannot be printed.");
        }
        int length = value.codePointCount(0, value.length());
        if (length > column.longest()) {
            fault(
                    line,
                    column,
                    "The value is too long: " + length + " characters, at most " + column.longest() + " are possible.");
        }
    }

    private void checkUser(CsvRow row) {
        String user = value(row, RecipientColumn.USER);
        if (user.isEmpty()) {
            fault(row.line(), RecipientColumn.USER, "The user is missing.");
            return;
        }
        if (user.codePoints().anyMatch(RecipientRowParser::isInvisible)) {
            fault(row.line(), RecipientColumn.USER, "The user has an invisible character in it. Type the name again.");
        }
        Integer first = lineOfUser.putIfAbsent(user.toLowerCase(Locale.ROOT), row.line());
        if (first != null) {
            fault(row.line(), RecipientColumn.USER, "\"" + user + "\" is already in line " + first + ".");
        }
    }

    private void checkEmail(CsvRow row) {
        String email = value(row, RecipientColumn.EMAIL);
        if (!email.isEmpty() && (email.indexOf('@') < 1 || email.endsWith("@") || email.contains(" "))) {
            fault(row.line(), RecipientColumn.EMAIL, "\"" + email + "\" is not an e-mail address.");
        }
    }

    /** Normalizes to composed form (NFC), which directories compare. */
    private String value(CsvRow row, RecipientColumn column) {
        return Normalizer.normalize(columns.value(row, column), Normalizer.Form.NFC);
    }

    private void fault(int line, RecipientColumn column, String message) {
        faults.add(new DocumentFault(line, column.title(), message));
    }

    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }
}
