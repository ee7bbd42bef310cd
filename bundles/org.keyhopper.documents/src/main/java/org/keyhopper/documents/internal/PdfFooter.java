package org.keyhopper.documents.internal;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** Prints the name of the report and "Page n of m" on each page; m is filled in when the document is closed. */
final class PdfFooter extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final float ROOM_FOR_TOTAL = 30;

    private final BaseFont font;
    private final String left;
    private final ReportLabels labels;
    private PdfTemplate total;

    PdfFooter(BaseFont font, String left, ReportLabels labels) {
        this.font = font;
        this.left = left;
        this.labels = labels;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(ROOM_FOR_TOTAL, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        float y = document.bottom() - SIZE * 2;
        String number = labels.text("page", writer.getPageNumber()) + " ";
        float x = document.right() - ROOM_FOR_TOTAL / 2 - font.getWidthPoint(number, SIZE);
        page.setColorFill(PdfColors.QUIET);
        print(page, left, document.left(), y);
        print(page, number, x, y);
        page.addTemplate(total, document.right() - ROOM_FOR_TOTAL / 2, y);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        total.setColorFill(PdfColors.QUIET);
        print(total, String.valueOf(writer.getPageNumber() - 1), 0, 0);
    }

    private void print(PdfContentByte on, String text, float x, float y) {
        on.beginText();
        on.setFontAndSize(font, SIZE);
        on.setTextMatrix(x, y);
        on.showText(text);
        on.endText();
    }
}
