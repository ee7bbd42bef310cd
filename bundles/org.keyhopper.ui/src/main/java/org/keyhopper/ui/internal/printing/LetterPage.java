package org.keyhopper.ui.internal.printing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;

/** A letter as pixels, drawn from the same PDF document that a file would have. Closing it wipes them. */
final class LetterPage implements AutoCloseable {

    static final int DOTS_PER_INCH = 300;

    private static final int GREYS = 256;

    static {
        // Of AWT only pictures in memory are used; with a display it would open a connection of its own.
        System.setProperty("java.awt.headless", "true");
    }

    private final int width;
    private final int height;
    private final byte[] pixels;

    private LetterPage(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** @throws IOException if the logo is not an image */
    static LetterPage draw(PinLetters letters, PinLetter letter) throws IOException {
        try (WipedBytes document = new WipedBytes()) {
            letters.writePlain(letter, document);
            byte[] content = document.toByteArray();
            try (PDDocument loaded = Loader.loadPDF(content)) {
                return new LetterPage(new PDFRenderer(loaded).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.GRAY));
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        }
    }

    ImageData image() {
        RGB[] greys = IntStream.range(0, GREYS)
                .mapToObj(grey -> new RGB(grey, grey, grey))
                .toArray(RGB[]::new);
        return new ImageData(width, height, 8, new PaletteData(greys), 1, pixels);
    }

    @Override
    public void close() {
        Arrays.fill(pixels, (byte) 0);
    }

    /** Has room for a letter at once, so that no copy is left behind by growing. */
    private static final class WipedBytes extends ByteArrayOutputStream {

        private static final int ROOM = 4 << 20;

        WipedBytes() {
            super(ROOM);
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
