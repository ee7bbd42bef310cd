package org.keyhopper.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.documents.internal.CsvColumns;
import org.keyhopper.documents.internal.CsvDecoder;
import org.keyhopper.documents.internal.CsvRow;
import org.keyhopper.documents.internal.CsvRows;
import org.keyhopper.documents.internal.DocumentFaultException;
import org.keyhopper.documents.internal.RecipientRowParser;

/**
 * Reads the recipients of a request from a CSV file: UTF-8 with or without byte order mark, RFC 4180, with a header
 * row whose columns may be in any order and case and separated by commas, semicolons or tabs. {@code user} is required;
 * {@code displayName}, {@code email} and {@code deviceName} are optional; the names that exports of directories give to these
 * columns are known, such as {@code userPrincipalName}. Other columns are ignored with a warning. A single invalid row rejects
 * the whole file.
 */
public final class RecipientCsv {

    /** Our columns, by which a mapping names the columns of a file; the first is required. */
    public static final List<String> COLUMNS = List.of("user", "displayName", "email", "deviceName");

    /** A file with one person, to start from. */
    public static final String SAMPLE =
            String.join(",", COLUMNS) + "\r\nanna@contoso.example,Anna Ito,anna.ito@contoso.example,\r\n";

    private RecipientCsv() {}

    /**
     * The columns of a file.
     *
     * @param names those of the header row
     * @param used the name of the file's column by each of our {@link #COLUMNS} that was found
     */
    public record Header(List<String> names, Map<String, String> used) {
        public Header {
            names = List.copyOf(names);
            used = Map.copyOf(used);
        }
    }

    /** Reads to the end of the stream, blocking; the caller closes it. */
    public static ReadResult<List<Recipient>> read(InputStream in) throws IOException {
        return read(in, Map.of());
    }

    /**
     * Reads to the end of the stream, blocking; the caller closes it.
     *
     * @param mapping the name of the file's column by that of ours; those that are missing are recognised
     */
    public static ReadResult<List<Recipient>> read(InputStream in, Map<String, String> mapping) throws IOException {
        try {
            return read(CsvRows.of(CsvDecoder.decode(in.readAllBytes())), mapping);
        } catch (DocumentFaultException e) {
            return new ReadResult.Failure<>(List.of(e.fault()));
        }
    }

    /** Reads the header row, blocking; empty columns if the file cannot be read. The caller closes the stream. */
    public static Header header(InputStream in, Map<String, String> mapping) throws IOException {
        List<String> names = List.of();
        try {
            CsvRow first = CsvRows.of(CsvDecoder.decode(in.readAllBytes())).getFirst();
            names = first.values();
            return new Header(
                    names, CsvColumns.of(first, mapping, new ArrayList<>()).headers(first));
        } catch (DocumentFaultException e) {
            return new Header(names, mapping);
        }
    }

    private static ReadResult<List<Recipient>> read(List<CsvRow> rows, Map<String, String> mapping)
            throws DocumentFaultException {
        List<String> warnings = new ArrayList<>();
        CsvColumns columns = CsvColumns.of(rows.getFirst(), mapping, warnings);
        RecipientRowParser recipients = new RecipientRowParser(columns);
        rows.stream().skip(1).forEach(recipients::add);
        List<DocumentFault> faults = recipients.faults();
        return faults.isEmpty()
                ? new ReadResult.Success<>(recipients.recipients(), warnings)
                : new ReadResult.Failure<>(faults);
    }
}
