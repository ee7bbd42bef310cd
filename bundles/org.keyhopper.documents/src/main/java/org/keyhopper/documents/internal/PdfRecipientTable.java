package org.keyhopper.documents.internal;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.documents.ReportWording;

/** The table of recipients, with its headings on every page. */
final class PdfRecipientTable {

    private static final float SIZE = 8.5f;
    private static final float SMALL = 7.5f;
    private static final float[] WIDTHS = {4, 20, 12, 27, 13, 24};

    private final PdfFonts fonts;
    private final ReportLabels labels;
    private final ReportWording wording;

    PdfRecipientTable(PdfFonts fonts, ReportLabels labels, ReportWording wording) {
        this.fonts = fonts;
        this.labels = labels;
        this.wording = wording;
    }

    PdfPTable table(List<RecipientState> recipients) throws IOException {
        PdfPTable table = PdfCells.table(WIDTHS);
        table.setSplitLate(true);
        // A person stands on one page, with outcome and reason.
        table.setSplitRows(false);
        for (String column : List.of("number", "person", "outcome", "device", "ended", "reason")) {
            table.addCell(PdfCells.heading(fonts.bold(labels.text("column." + column), SIZE, PdfColors.TEXT)));
        }
        table.setHeaderRows(1);
        for (RecipientState recipient : recipients) {
            add(table, recipient);
        }
        return table;
    }

    private void add(PdfPTable table, RecipientState state) throws IOException {
        Outcome outcome = state.outcome();
        table.addCell(PdfCells.row(fonts.regular(String.valueOf(state.id().position()), SIZE, PdfColors.QUIET)));
        table.addCell(person(state.recipient()));
        table.addCell(PdfCells.row(fonts.bold(labels.text("outcome." + outcome), SIZE, PdfColors.of(outcome))));
        table.addCell(device(state.last().flatMap(OutcomeRecord::passkey)));
        table.addCell(ended(state.last()));
        table.addCell(reason(state));
    }

    private PdfPCell person(Recipient recipient) throws IOException {
        return recipient.displayName().isEmpty()
                ? PdfCells.row(text(recipient.user()))
                : PdfCells.row(text(recipient.displayName()), quiet(recipient.user()));
    }

    private PdfPCell device(Optional<MadePasskey> passkey) throws IOException {
        List<Phrase> lines = new ArrayList<>();
        if (passkey.isPresent()) {
            lines.add(text(passkey.get().deviceName()));
            if (passkey.get().serial().isPresent()) {
                lines.add(quiet(labels.text("serial", passkey.get().serial().get())));
            }
            lines.add(quiet(labels.text("model", passkey.get().aaguid().toString())));
        }
        return PdfCells.row(lines.toArray(Phrase[]::new));
    }

    private PdfPCell ended(Optional<OutcomeRecord> last) throws IOException {
        List<Phrase> lines = new ArrayList<>();
        if (last.isPresent()) {
            lines.add(text(labels.time(last.get().at())));
            if (last.get().took().isPositive()) {
                lines.add(quiet(labels.seconds(last.get().took())));
            }
        }
        return PdfCells.row(lines.toArray(Phrase[]::new));
    }

    /** The failure of an earlier attempt is marked as such when the recipient is pending again. */
    private PdfPCell reason(RecipientState state) throws IOException {
        List<Phrase> lines = new ArrayList<>();
        Optional<Problem> problem = state.last().flatMap(OutcomeRecord::problem);
        if (problem.isPresent()) {
            String reason = wording.reason().apply(problem.get());
            boolean again = state.outcome() == Outcome.PENDING;
            lines.add(text(again ? labels.text("before", reason) : reason));
            if (!again) {
                lines.add(quiet(wording.action().apply(problem.get())));
            }
        }
        for (Problem note : state.last().map(OutcomeRecord::notes).orElse(List.of())) {
            lines.add(text(labels.text("note", wording.reason().apply(note))));
        }
        return PdfCells.row(lines.toArray(Phrase[]::new));
    }

    private Phrase text(String text) throws IOException {
        return fonts.regular(text, SIZE, PdfColors.TEXT);
    }

    private Phrase quiet(String text) throws IOException {
        return fonts.regular(text, SMALL, PdfColors.QUIET);
    }
}
