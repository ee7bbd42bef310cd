package org.keyhopper.documents.internal;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.Tally;
import org.keyhopper.documents.ReportWording;

/** Writes the report as PDF: facts, totals with a bar, and the table of recipients. */
public final class ReportPdf {

    private static final float MARGIN = 36;
    private static final float SPACE = 10;

    /** Minimum share of a segment of the bar, so that its number is legible. */
    private static final float NARROWEST = 0.04f;

    private final ReportLabels labels;
    private final ReportWording wording;
    private final PdfFonts fonts;
    private final String mark;

    /** @param rehearsal whether each page says that people and devices are made up */
    public ReportPdf(ReportLabels labels, ReportWording wording, boolean rehearsal) throws IOException {
        this.labels = labels;
        mark = labels.mark(rehearsal);
        this.wording = wording;
        fonts = new PdfFonts();
    }

    public void write(ProvisioningRequest request, OutputStream out) throws IOException {
        PdfFailure.unwrapped(() -> draw(request, out));
        out.flush();
    }

    private void draw(ProvisioningRequest request, OutputStream out) throws IOException {
        try (Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN + SPACE)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            writer.setPageEvent(new PdfFooter(fonts.regular(), mark + request.name() + " · " + request.id(), labels));
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(labels.language()));
            document.addTitle(mark + labels.text("title") + " " + request.id() + ": " + request.name());
            document.addCreator("Keyhopper");
            document.open();
            fill(document, request);
        }
    }

    private void fill(Document document, ProvisioningRequest request) throws IOException {
        document.add(new Paragraph(fonts.bold(mark + labels.text("title"), 20, PdfColors.TEXT)));
        document.add(spaced(facts(request)));
        document.add(spaced(numbers(request.tally())));
        if (request.tally().total() > 0) {
            document.add(spaced(bar(request.tally())));
        }
        document.add(spaced(new PdfRecipientTable(fonts, labels, wording).table(request.recipients())));
    }

    private PdfPTable facts(ProvisioningRequest request) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("request", request.name() + " (" + request.id() + ")");
        facts.put("state", labels.text("state." + request.state()));
        facts.put("directory", request.directory());
        facts.put("pin", labels.pin(request.profile()));
        facts.put("created", labels.time(request.created()));
        facts.put("options", labels.options(request.profile()));
        facts.put("reported", labels.now());
        facts.put("models", labels.models(request.profile()));
        PdfPTable table = PdfCells.table(12, 34, 14, 40);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            table.addCell(PdfCells.plain(fonts.regular(labels.text(fact.getKey()), 9, PdfColors.QUIET)));
            table.addCell(PdfCells.plain(fonts.regular(fact.getValue(), 9, PdfColors.TEXT)));
        }
        return table;
    }

    private PdfPTable numbers(Tally tally) throws IOException {
        PdfPTable table = PdfCells.table(1, 1, 1, 1, 1, 1);
        number(table, labels.text("total"), tally.total(), PdfColors.TEXT);
        for (Map.Entry<Outcome, Integer> part : parts(tally).entrySet()) {
            number(table, labels.text("outcome." + part.getKey()), part.getValue(), PdfColors.of(part.getKey()));
        }
        return table;
    }

    private void number(PdfPTable table, String label, int number, Color color) throws IOException {
        PdfPTable pair = PdfCells.table(1);
        pair.addCell(PdfCells.plain(fonts.bold(String.valueOf(number), 18, color)));
        pair.addCell(PdfCells.plain(fonts.regular(label, 9, PdfColors.QUIET)));
        table.addCell(PdfCells.nested(pair));
    }

    private PdfPTable bar(Tally tally) throws IOException {
        List<Map.Entry<Outcome, Integer>> parts = parts(tally).entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .toList();
        float[] widths = new float[parts.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(parts.get(i).getValue(), tally.total() * NARROWEST);
        }
        PdfPTable bar = PdfCells.table(widths);
        for (Map.Entry<Outcome, Integer> part : parts) {
            bar.addCell(PdfCells.filled(
                    fonts.bold(String.valueOf(part.getValue()), 9, Color.WHITE), PdfColors.of(part.getKey())));
        }
        return bar;
    }

    private static Map<Outcome, Integer> parts(Tally tally) {
        Map<Outcome, Integer> parts = new LinkedHashMap<>();
        parts.put(Outcome.PROVISIONED, tally.provisioned());
        parts.put(Outcome.FAILED, tally.failed());
        parts.put(Outcome.SKIPPED, tally.skipped());
        parts.put(Outcome.PENDING, tally.pending());
        parts.put(Outcome.UNCLEAR, tally.unclear());
        return parts;
    }

    private static PdfPTable spaced(PdfPTable table) {
        table.setSpacingBefore(SPACE);
        return table;
    }
}
