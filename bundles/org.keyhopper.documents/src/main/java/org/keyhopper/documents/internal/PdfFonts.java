package org.keyhopper.documents.internal;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Embedded fonts: DejaVu Sans for Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic script. Others, such
 * as Chinese, Japanese and Korean, use a system font if available, else empty boxes are shown.
 */
final class PdfFonts {

    /**
     * Paths of fonts with East Asian scripts on Windows, Linux and macOS; ",0" selects the first font of a
     * collection.
     */
    private static final List<String> EAST_ASIAN = List.of(
            "C:/Windows/Fonts/msyh.ttc,0",
            "C:/Windows/Fonts/YuGothR.ttc,0",
            "C:/Windows/Fonts/malgun.ttf",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,0",
            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,0",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,0",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
            "/System/Library/Fonts/Supplemental/Arial Unicode.ttf");

    private static final char NO_LETTER = '\u25A1';

    private final BaseFont regular;
    private final BaseFont bold;

    /** Loaded on first use. */
    private Optional<List<BaseFont>> others = Optional.empty();

    PdfFonts() throws IOException {
        regular = embedded("DejaVuSans.ttf");
        bold = embedded("DejaVuSans-Bold.ttf");
    }

    BaseFont regular() {
        return regular;
    }

    BaseFont bold() {
        return bold;
    }

    Phrase regular(String text, float size, Color color) throws IOException {
        return phrase(text, regular, size, color);
    }

    Phrase bold(String text, float size, Color color) throws IOException {
        return phrase(text, bold, size, color);
    }

    /** Splits the text where the font changes. */
    private Phrase phrase(String text, BaseFont main, float size, Color color) throws IOException {
        Phrase phrase = new Phrase(size * 1.3f);
        StringBuilder run = new StringBuilder();
        BaseFont runFont = main;
        for (int letter : text.codePoints().toArray()) {
            Optional<BaseFont> font = fontFor(letter, main);
            if (font.orElse(main) != runFont) {
                add(phrase, run, new Font(runFont, size, Font.NORMAL, color));
                runFont = font.orElse(main);
            }
            run.appendCodePoint(font.isPresent() ? letter : NO_LETTER);
        }
        add(phrase, run, new Font(runFont, size, Font.NORMAL, color));
        return phrase;
    }

    private static void add(Phrase phrase, StringBuilder run, Font font) {
        if (!run.isEmpty()) {
            phrase.add(new Chunk(run.toString(), font));
            run.setLength(0);
        }
    }

    private Optional<BaseFont> fontFor(int letter, BaseFont main) throws IOException {
        if (Character.isWhitespace(letter) || main.charExists(letter)) {
            return Optional.of(main);
        }
        if (others.isEmpty()) {
            others = Optional.of(ofThisComputer());
        }
        return others.get().stream().filter(font -> font.charExists(letter)).findFirst();
    }

    private static List<BaseFont> ofThisComputer() throws IOException {
        List<BaseFont> found = new ArrayList<>();
        for (String name : EAST_ASIAN) {
            if (Files.isReadable(Path.of(name.replaceFirst(",\\d+$", "")))) {
                found.add(BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
            }
        }
        return found;
    }

    private static BaseFont embedded(String file) throws IOException {
        try (InputStream in = PdfFonts.class.getResourceAsStream("/org/keyhopper/documents/fonts/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, in.readAllBytes(), null);
        }
    }
}
