package org.keyhopper.documents.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table that is written as CSV: RFC 4180, UTF-8 with the byte order mark that spreadsheets need, and no value that a
 * spreadsheet would evaluate.
 */
public final class CsvTable implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Where a spreadsheet may find a formula: at the start of a value, and inside it after what separates cells under other
     * regional settings, where the quotation marks of the file do not help. Includes full-width forms.
     */
    private static final Pattern FORMULA_START =
            Pattern.compile("(?:^|(?<=[;\t\r\n]))(?=[\\s\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r\n])");

    private final CSVPrinter printer;

    /** Writes the column names. */
    public CsvTable(OutputStream out, List<String> columns) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    public void add(List<String> row) throws IOException {
        printer.printRecord(row.stream().map(CsvTable::escapeFormula).toList());
    }

    static String escapeFormula(String value) {
        return FORMULA_START.matcher(value).replaceAll("'");
    }

    /** Flushes the stream, which stays open. */
    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
