package org.keyhopper.ui.model.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.documents.HandOutList;
import org.keyhopper.documents.ReportWording;
import org.keyhopper.documents.RequestReport;
import org.keyhopper.texts.ProblemTexts;

/** Writes reports in the language of the user interface. */
public final class DocumentReportWriter implements ReportWriter {

    private final Locale locale;
    private final ReportWording wording;
    private final Clock clock;

    private final boolean rehearsal;

    public DocumentReportWriter(Locale locale, ProblemTexts texts, Clock clock) {
        this(locale, texts, clock, false);
    }

    /** @param rehearsal whether people and devices are made up, which documents for people say */
    public DocumentReportWriter(Locale locale, ProblemTexts texts, Clock clock, boolean rehearsal) {
        this.rehearsal = rehearsal;
        this.locale = locale;
        this.clock = clock;
        wording = new ReportWording(
                texts::sentence, problem -> texts.explain(problem).action());
    }

    @Override
    public void write(ProvisioningRequest request, ResultDocument document, Path file) throws IOException {
        RequestReport report = new RequestReport(request, wording);
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (document) {
                case REPORT_CSV -> report.writeCsv(out);
                case REPORT_PDF -> report.writePdf(out, locale, clock, rehearsal);
                case HAND_OUT_LIST -> new HandOutList(request, false, locale, clock).writePdf(out, rehearsal);
            }
        }
    }
}
