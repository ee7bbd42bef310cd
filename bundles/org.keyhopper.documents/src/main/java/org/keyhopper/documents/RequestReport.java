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
 * Writes what has become of a request. Never holds a PIN: a request knows none. Each method writes one whole document,
 * flushes the stream and leaves it open.
 */
public final class RequestReport {

    private final ProvisioningRequest request;
    private final ReportWording wording;

    public RequestReport(ProvisioningRequest request, ReportWording wording) {
        this.request = request;
        this.wording = wording;
    }

    /**
     * One row per person, RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets spoil names that are not
     * English. Column names are for programs and never translated; the first is {@code number}, so that a program which
     * takes the mark for a part of it still finds all others. No value is ever a formula: a dangerous first character is
     * preceded by an apostrophe.
     */
    public void writeCsv(OutputStream out) throws IOException {
        new ReportCsv(wording).write(request, out);
    }

    /** One object; names as on the command line's JSON lines. */
    public void writeJson(OutputStream out) throws IOException {
        new ReportJson(wording, ProfileJson.tree(request.profile())).write(request, out);
    }

    /**
     * A document for people, with headings in this language.
     *
     * @param clock tells when the report was made, and in which zone times are printed
     */
    public void writePdf(OutputStream out, Locale locale, Clock clock) throws IOException {
        new ReportPdf(new ReportLabels(locale, clock), wording).write(request, out);
    }
}
