package org.keyhopper.documents.internal;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.HandOverCode;
import org.keyhopper.documents.HandOutList;
import org.keyhopper.documents.PinLetters;

/** Draws hand-out lists: a row per person, with a barcode, date and signature. */
public final class HandOutPdf {

    private static final float MARGIN = 36;
    private static final float SIZE = 9;
    private static final float ROW = LetterPdf.millimetres(14);
    private static final float[] WIDTHS = {5, 22, 26, 22, 10, 25};
    private static final List<String> COLUMNS = List.of("number", "code", "person", "device", "date", "signature");

    private final HandOutList order;
    private final ReportLabels labels;
    private final PdfFonts fonts;
    private final String mark;

    /** @param rehearsal whether each page says that people and devices are made up */
    public HandOutPdf(HandOutList order, boolean rehearsal) throws IOException {
        this.order = order;
        labels = new ReportLabels(order.locale(), order.clock());
        mark = labels.mark(rehearsal);
        fonts = new PdfFonts();
    }

    public void write(OutputStream out) throws IOException {
        PdfFailure.unwrapped(() -> draw(out));
        out.flush();
    }

    private void draw(OutputStream out) throws IOException {
        boolean letter = PinLetters.Layout.of(order.locale()) == PinLetters.Layout.US_10;
        Rectangle page = (letter ? PageSize.LETTER : PageSize.A4).rotate();
        String name = mark + order.request().name() + " · " + order.request().id();
        try (Document document = new Document(page, MARGIN, MARGIN, MARGIN, MARGIN + SIZE)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            writer.setPageEvent(new PdfFooter(fonts.regular(), name, labels));
            document.addTitle(labels.text("handOut.title") + ": " + name);
            document.addCreator("Keyhopper");
            document.open();
            document.add(new Paragraph(fonts.bold(labels.text("handOut.title"), 20, PdfColors.TEXT)));
            document.add(new Paragraph(fonts.regular(name + " · " + labels.now(), SIZE, PdfColors.QUIET)));
            PdfPTable table = table(writer);
            table.setSpacingBefore(SIZE);
            document.add(table);
        }
    }

    private PdfPTable table(PdfWriter writer) throws IOException {
        PdfPTable table = PdfCells.table(WIDTHS);
        table.setHeaderRows(1);
        for (String column : COLUMNS) {
            table.addCell(PdfCells.heading(fonts.bold(labels.text("handOut." + column), SIZE, PdfColors.TEXT)));
        }
        int number = 0;
        for (RecipientState person : order.people()) {
            number++;
            row(table, writer, number, person);
        }
        return table;
    }

    private void row(PdfPTable table, PdfWriter writer, int number, RecipientState person) throws IOException {
        String code = HandOverCode.of(person.id());
        Optional<MadePasskey> made = person.last().flatMap(OutcomeRecord::passkey);
        add(table, plain(Integer.toString(number)));
        PdfPCell scanned = PdfCells.row();
        Image barcode = Code128.image(writer.getDirectContent(), code);
        barcode.setAlignment(Element.ALIGN_LEFT);
        scanned.addElement(barcode);
        scanned.addElement(new Paragraph(quiet(code)));
        scanned.setPaddingTop(4);
        add(table, scanned);
        add(
                table,
                PdfCells.row(
                        fonts.bold(person.recipient().name(), SIZE, PdfColors.TEXT),
                        quiet(person.recipient().user())));
        add(
                table,
                PdfCells.row(
                        fonts.regular(made.map(MadePasskey::deviceName).orElse(""), SIZE, PdfColors.TEXT),
                        quiet(made.flatMap(MadePasskey::serial).orElse(""))));
        add(table, PdfCells.row());
        add(table, PdfCells.row());
    }

    private PdfPCell plain(String text) throws IOException {
        return PdfCells.row(fonts.regular(text, SIZE, PdfColors.TEXT));
    }

    private Phrase quiet(String text) throws IOException {
        return fonts.regular(text, SIZE, PdfColors.QUIET);
    }

    private static void add(PdfPTable table, PdfPCell cell) {
        cell.setMinimumHeight(ROW);
        table.addCell(cell);
    }
}
