package org.keyhopper.documents.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits a text into rows (RFC 4180). The header row tells whether its columns are separated by commas, semicolons or tabs,
 * of which spreadsheets choose one by the language of the computer. Rows without any value, as written by spreadsheets, are
 * dropped.
 */
public final class CsvRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvRows() {}

    /** Returns at least the header row. */
    public static List<CsvRow> of(String text) throws DocumentFaultException, IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            int line = 1;
            while (hasNext(records, line)) {
                CsvRow row = new CsvRow(
                        line, records.next().stream().map(String::strip).toList());
                if (!row.isBlank()) {
                    rows.add(row);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        }
        if (rows.isEmpty()) {
            throw new DocumentFaultException(0, "", "The file is empty.");
        }
        return rows;
    }

    /** The separator is the one that the header row has most often outside of quotation marks. */
    private static CSVFormat format(String text) {
        String header = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        char separator = ',';
        for (char other : new char[] {';', '\t'}) {
            separator = count(header, other) > count(header, separator) ? other : separator;
        }
        return CSVFormat.Builder.create(FORMAT).setDelimiter(separator).get();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    /** The parser reads ahead in this method, and fails only on malformed quotes. */
    private static boolean hasNext(Iterator<CSVRecord> records, int line) throws DocumentFaultException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new DocumentFaultException(
                    line,
                    "",
                    "A quotation mark is missing or in the wrong place in the row that begins here. A value in"
                            + " quotation marks begins and ends with one; inside it, each is written twice.");
        }
    }
}
