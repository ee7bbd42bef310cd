package org.keyhopper.documents.internal;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.documents.LetterTemplate;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;

/** Draws PIN letters. The PIN is over a dense pattern, so that it cannot be read through the envelope. */
public final class LetterPdf {

    private static final float SIZE = 10.5f;
    private static final float SMALLEST = 6;
    private static final float LEADING = 1.35f;
    private static final float LOGO_HEIGHT = millimetres(18);
    private static final float PIN_WIDTH = millimetres(110);
    private static final float PIN_HEIGHT = millimetres(20);
    private static final int STROKES = 2600;
    private static final int PERMISSIONS = PdfWriter.ALLOW_PRINTING;

    private final PinLetters order;
    private final LetterGeometry geometry;
    private final PdfFonts fonts;

    public LetterPdf(PinLetters order) throws IOException {
        this.order = order;
        geometry = LetterGeometry.of(order.layout());
        fonts = new PdfFonts();
    }

    static float millimetres(float length) {
        return length * 72 / 25.4f;
    }

    /** @param password empty for what is never in a file: a letter to a made-up person, or one in memory */
    public void write(Iterator<PinLetter> letters, Optional<Secret> password, OutputStream out) throws IOException {
        byte[] key = password.map(Secret::toUtf8).orElseGet(() -> new byte[0]);
        try {
            PdfFailure.unwrapped(() -> draw(letters, password.isPresent(), key, out));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        out.flush();
    }

    private void draw(Iterator<PinLetter> letters, boolean encrypted, byte[] key, OutputStream out) throws IOException {
        Rectangle page = order.layout() == PinLetters.Layout.US_10 ? PageSize.LETTER : PageSize.A4;
        try (Document document = new Document(page, 0, 0, 0, 0)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            if (encrypted) {
                writer.setEncryption(key, null, PERMISSIONS, PdfWriter.ENCRYPTION_AES_256_V3);
            }
            document.addCreator("Keyhopper");
            document.open();
            PdfTemplate pattern = pattern(writer.getDirectContent());
            Optional<Image> logo = logo();
            while (letters.hasNext()) {
                document.newPage();
                draw(writer.getDirectContent(), letters.next(), pattern, logo);
            }
        }
    }

    private Optional<Image> logo() throws IOException {
        if (order.logo().isEmpty()) {
            return Optional.empty();
        }
        Image image = Image.getInstance(order.logo().get());
        image.scaleToFit(millimetres(60), LOGO_HEIGHT);
        image.setAbsolutePosition(
                geometry.width() - millimetres(20) - image.getScaledWidth(),
                geometry.height() - millimetres(12) - image.getScaledHeight());
        return Optional.of(image);
    }

    private void draw(PdfContentByte on, PinLetter letter, PdfTemplate pattern, Optional<Image> logo)
            throws IOException {
        if (logo.isPresent()) {
            on.addImage(logo.get());
        }
        foldMarks(on);
        on.addImage(Code128.image(on, letter.code(), geometry.codeLeft(), geometry.codeBottom()));
        address(on, letter);
        if (letter.reprint()) {
            String mark = "de".equals(order.locale().getLanguage()) ? "ERNEUT GEDRUCKT" : "REPRINT";
            Phrase phrase = fonts.bold(mark, SIZE, Color.BLACK);
            text(on, phrase, false, geometry.markLeft(), geometry.addressTop(), millimetres(60));
        }
        float y = geometry.textTop();
        boolean subject = true;
        for (LetterTemplate.Paragraph paragraph : order.template().paragraphs(values(letter))) {
            if (paragraph.isPin()) {
                y = pin(on, letter, pattern, y);
                continue;
            }
            String words = paragraph.text();
            Phrase phrase = subject ? fonts.bold(words, SIZE, Color.BLACK) : fonts.regular(words, SIZE, Color.BLACK);
            y = text(on, phrase, paragraph.rightToLeft(), geometry.textLeft(), y, geometry.textWidth()) - SIZE * 0.8f;
            subject = false;
        }
    }

    /** Long addresses are printed in smaller letters, so that they do not leave the window. */
    private void address(PdfContentByte on, PinLetter letter) throws IOException {
        float size = SIZE;
        while (size > SMALLEST && addressHeight(on, letter, size, true) > geometry.addressHeight()) {
            size -= 0.5f;
        }
        addressHeight(on, letter, size, false);
    }

    /** Writes the address, or only measures it; returns its height. */
    private float addressHeight(PdfContentByte on, PinLetter letter, float size, boolean measuring) throws IOException {
        float y = geometry.addressTop();
        for (String line : letter.address()) {
            ColumnText column = new ColumnText(on);
            column.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
            column.setSimpleColumn(
                    fonts.regular(line, size, Color.BLACK),
                    geometry.addressLeft(),
                    0,
                    geometry.addressLeft() + geometry.addressWidth(),
                    y,
                    size * LEADING,
                    Element.ALIGN_LEFT);
            column.go(measuring);
            y = column.getYLine();
        }
        return geometry.addressTop() - y;
    }

    private Map<String, String> values(PinLetter letter) {
        return Map.of(
                "account", letter.account(),
                "date",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(order.locale())
                                .format(order.date()),
                "device", letter.device(),
                "name", letter.name(),
                "serial", letter.serial().isEmpty() ? "–" : letter.serial());
    }

    /** Writes from a baseline's top downwards; returns where the next text may begin. */
    private static float text(PdfContentByte on, Phrase phrase, boolean rightToLeft, float x, float top, float width) {
        ColumnText column = new ColumnText(on);
        column.setRunDirection(rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        column.setSimpleColumn(phrase, x, 0, x + width, top, SIZE * LEADING, Element.ALIGN_LEFT);
        column.go();
        return column.getYLine();
    }

    private float pin(PdfContentByte on, PinLetter letter, PdfTemplate pattern, float top) {
        on.addTemplate(pattern, geometry.textLeft(), top - PIN_HEIGHT);
        on.setColorFill(Color.BLACK);
        on.beginText();
        on.setFontAndSize(fonts.bold(), 22);
        on.setTextMatrix(geometry.textLeft() + millimetres(8), top - PIN_HEIGHT / 2 - 8);
        on.showText(new String(letter.pin().toChars()));
        on.endText();
        return top - PIN_HEIGHT - SIZE;
    }

    /** The same pattern on every page is drawn once. It holds no characters, so that only the PIN is there to be read. */
    private static PdfTemplate pattern(PdfContentByte on) {
        PdfTemplate pattern = on.createTemplate(PIN_WIDTH, PIN_HEIGHT);
        Random random = new Random(1);
        pattern.setLineWidth(0.6f);
        pattern.setColorStroke(new Color(150, 150, 150));
        for (int i = 0; i < STROKES; i++) {
            float x = random.nextFloat() * PIN_WIDTH;
            float y = random.nextFloat() * PIN_HEIGHT;
            pattern.moveTo(x, y);
            pattern.lineTo(x + random.nextFloat() * 9 - 4.5f, y + random.nextFloat() * 9 - 4.5f);
        }
        pattern.stroke();
        return pattern;
    }

    private void foldMarks(PdfContentByte on) {
        on.setLineWidth(0.3f);
        on.setColorStroke(Color.GRAY);
        for (float mark : geometry.foldMarks()) {
            on.moveTo(millimetres(4), mark);
            on.lineTo(millimetres(8), mark);
        }
        on.stroke();
    }
}
