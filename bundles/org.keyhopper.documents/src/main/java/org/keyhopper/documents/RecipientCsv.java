package org.keyhopper.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.documents.internal.CsvColumns;
import org.keyhopper.documents.internal.CsvDecoder;
import org.keyhopper.documents.internal.CsvRow;
import org.keyhopper.documents.internal.CsvRows;
import org.keyhopper.documents.internal.DocumentFaultException;
import org.keyhopper.documents.internal.RecipientRowParser;

/**
 * Reads the recipients of a request from a CSV file: UTF-8 with or without byte order mark, RFC 4180, with a header
 * row whose columns may be in any order and case. {@code user} is required; {@code displayName}, {@code email} and
 * {@code deviceName} are optional; other columns are ignored with a warning. A single invalid row rejects the whole
 * file.
 */
public final class RecipientCsv {

    private RecipientCsv() {}

    /** Reads to the end of the stream, blocking; the caller closes it. */
    public static ReadResult<List<Recipient>> read(InputStream in) throws IOException {
        try {
            return read(CsvRows.of(CsvDecoder.decode(in.readAllBytes())));
        } catch (DocumentFaultException e) {
            return new ReadResult.Failure<>(List.of(e.fault()));
        }
    }

    private static ReadResult<List<Recipient>> read(List<CsvRow> rows) throws DocumentFaultException {
        List<String> warnings = new ArrayList<>();
        CsvColumns columns = CsvColumns.of(rows.getFirst(), warnings);
        RecipientRowParser recipients = new RecipientRowParser(columns);
        rows.stream().skip(1).forEach(recipients::add);
        List<DocumentFault> faults = recipients.faults();
        return faults.isEmpty()
                ? new ReadResult.Success<>(recipients.recipients(), warnings)
                : new ReadResult.Failure<>(faults);
    }
}
