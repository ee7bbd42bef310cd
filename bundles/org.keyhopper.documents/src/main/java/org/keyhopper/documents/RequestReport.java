package org.keyhopper.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Locale;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.documents.internal.ReportCsv;
import org.keyhopper.documents.internal.ReportJson;
import org.keyhopper.documents.internal.ReportLabels;
import org.keyhopper.documents.internal.ReportPdf;

/**
 * Writes a report on a request. It never contains PINs, which are not part of a request. Each method writes one
 * complete document, flushes the stream and leaves it open.
 */
public final class RequestReport {

    private final ProvisioningRequest request;
    private final ReportWording wording;

    public RequestReport(ProvisioningRequest request, ReportWording wording) {
        this.request = request;
        this.wording = wording;
    }

    /**
     * Writes one row per recipient, RFC 4180, in UTF-8 with a byte order mark, which spreadsheets need to detect the
     * encoding. Column names are not localized; the first one is {@code number}, so that a parser that does not skip
     * the mark still finds all others. Values that a spreadsheet would evaluate as a formula are prefixed with an
     * apostrophe.
     */
    public void writeCsv(OutputStream out) throws IOException {
        new ReportCsv(wording).write(request, out);
    }

    /** Writes one JSON object; names as in the command line's JSON output. */
    public void writeJson(OutputStream out) throws IOException {
        new ReportJson(wording, ProfileJson.tree(request.profile())).write(request, out);
    }

    /**
     * Writes a PDF document with headings in the given language.
     *
     * @param clock provides the time of creation and the time zone of all times
     */
    public void writePdf(OutputStream out, Locale locale, Clock clock) throws IOException {
        writePdf(out, locale, clock, false);
    }

    /**
     * Writes a PDF document, as above.
     *
     * @param rehearsal whether each page says that people and devices are made up
     */
    public void writePdf(OutputStream out, Locale locale, Clock clock, boolean rehearsal) throws IOException {
        new ReportPdf(new ReportLabels(locale, clock), wording, rehearsal).write(request, out);
    }
}
