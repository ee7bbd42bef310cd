package org.keyhopper.documents.internal;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.Barcode128;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;

/** Draws Code 128 barcodes (ISO/IEC 15417) without their text. */
final class Code128 {

    static final float HEIGHT = LetterPdf.millimetres(6);

    /** Width of a bar: 0.3 mm, which hand scanners read. */
    private static final float MODULE = LetterPdf.millimetres(0.3f);

    private Code128() {}

    static Image image(PdfContentByte on, String code) {
        Barcode128 barcode = new Barcode128();
        barcode.setCode(code);
        barcode.setFont(null);
        barcode.setX(MODULE);
        barcode.setBarHeight(HEIGHT);
        return barcode.createImageWithBarcode(on, Color.BLACK, Color.BLACK);
    }

    /** Returns the barcode with its lower left corner at a point. */
    static Image image(PdfContentByte on, String code, float x, float y) {
        Image image = image(on, code);
        image.setAbsolutePosition(x, y);
        return image;
    }
}
