package org.keyhopper.documents.internal;

import static org.keyhopper.documents.internal.LetterPdf.millimetres;

import java.util.List;
import org.keyhopper.documents.PinLetters;

/**
 * Where the parts of a letter are, in points from the lower left corner of the page.
 *
 * @param codeLeft where the barcode begins, in the window like the address
 * @param codeBottom its lower edge
 * @param markLeft where the mark of a reprint begins, beside the window, in the height of the address
 */
record LetterGeometry(
        float width,
        float height,
        float addressLeft,
        float addressTop,
        float addressWidth,
        float addressHeight,
        float codeLeft,
        float codeBottom,
        float markLeft,
        float textLeft,
        float textTop,
        float textWidth,
        List<Float> foldMarks) {

    private static final float INCH = 72;

    static LetterGeometry of(PinLetters.Layout layout) {
        return switch (layout) {
            case DIN_5008_B -> din5008();
            case US_10 -> us10();
        };
    }

    /** DIN 5008 form B: address zone from 62.7 mm below the edge of the sheet, 85 mm wide; folded at 105 and 210 mm. */
    private static LetterGeometry din5008() {
        float height = millimetres(297);
        return new LetterGeometry(
                millimetres(210),
                height,
                millimetres(25),
                height - millimetres(61),
                millimetres(80),
                millimetres(28),
                millimetres(25),
                height - millimetres(59),
                millimetres(125),
                millimetres(25),
                height - millimetres(103),
                millimetres(165),
                List.of(height - millimetres(105), height - millimetres(210)));
    }

    /**
     * A sheet folded in three; the window is 7/8 inch from the left and 1/2 inch from the bottom of the envelope, 4 1/2 inches wide
     * and 1 1/8 high: from 2.04 to 3.17 inches below the edge of the sheet.
     */
    private static LetterGeometry us10() {
        float height = 11 * INCH;
        return new LetterGeometry(
                8.5f * INCH,
                height,
                1 * INCH,
                height - 2.1f * INCH,
                2.8f * INCH,
                1 * INCH,
                3.9f * INCH,
                height - 2.5f * INCH,
                5.75f * INCH,
                1 * INCH,
                height - 3.95f * INCH,
                6.5f * INCH,
                List.of(height - 11 * INCH / 3, height - 22 * INCH / 3));
    }
}
