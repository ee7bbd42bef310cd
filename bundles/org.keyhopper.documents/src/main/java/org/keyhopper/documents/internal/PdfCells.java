package org.keyhopper.documents.internal;

import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.text.Bidi;

/** Creates table cells in the style of the report. */
final class PdfCells {

    private static final float HEADING_PADDING = 5;

    private PdfCells() {}

    static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    static PdfPCell plain(Phrase phrase) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        add(cell, phrase);
        return cell;
    }

    /** Returns a cell of the table of recipients, with a thin line below. */
    static PdfPCell row(Phrase... lines) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(PdfColors.LINE);
        cell.setBorderWidth(0.5f);
        cell.setPaddingLeft(HEADING_PADDING);
        cell.setPaddingTop(2);
        cell.setPaddingBottom(6);
        for (Phrase line : lines) {
            add(cell, line);
        }
        return cell;
    }

    static PdfPCell filled(Phrase phrase, Color color) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setBackgroundColor(color);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setFixedHeight(20);
        return cell;
    }

    static PdfPCell nested(PdfPTable table) {
        PdfPCell cell = new PdfPCell(table);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }

    static PdfPCell heading(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setBackgroundColor(PdfColors.HEADING);
        cell.setPadding(HEADING_PADDING);
        return cell;
    }

    /** Sets right-to-left run direction for text of such scripts within the left-to-right page. */
    private static void add(PdfPCell cell, Phrase phrase) {
        char[] letters = phrase.getContent().toCharArray();
        if (Bidi.requiresBidi(letters, 0, letters.length)) {
            cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        }
        Paragraph paragraph = new Paragraph(phrase.getLeading(), "");
        paragraph.addAll(phrase);
        cell.addElement(paragraph);
    }
}
