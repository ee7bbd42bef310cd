package org.keyhopper.documents.internal;

import java.awt.Color;
import org.keyhopper.api.request.Outcome;

/** The colours of the report. Dark enough for white text, and never the only indication. */
final class PdfColors {

    static final Color TEXT = new Color(0x21, 0x25, 0x29);
    static final Color QUIET = new Color(0x5f, 0x67, 0x70);
    static final Color LINE = new Color(0xd0, 0xd5, 0xda);
    static final Color HEADING = new Color(0xee, 0xf1, 0xf4);

    private PdfColors() {}

    static Color of(Outcome outcome) {
        return switch (outcome) {
            case PROVISIONED -> new Color(0x2e, 0x7d, 0x32);
            case FAILED -> new Color(0xb7, 0x1c, 0x1c);
            case UNCLEAR -> new Color(0xb2, 0x5a, 0x00);
            case SKIPPED -> new Color(0x5c, 0x6b, 0x7a);
            case PENDING -> new Color(0x45, 0x6a, 0x9c);
        };
    }
}
