package org.keyhopper.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No text is cut off in any view of the {@link Gallery}. GTK reads the screen and the text scale when it starts, so each
 * combination has a process of its own.
 */
@EnabledIfEnvironmentVariable(
        named = ClippingTest.DISPLAY,
        matches = ":\\d+",
        disabledReason = "releng/tools/display sets it")
@Execution(ExecutionMode.CONCURRENT)
class ClippingTest {

    /** The X server with the screens that {@code releng/tools/display} starts. */
    static final String DISPLAY = "KEYHOPPER_TEST_DISPLAY";

    private static final Pattern VIEWS = Pattern.compile("(\\d+) views");
    private static final int LEAST_VIEWS = 90;

    /** The number of a screen and its size. */
    private static final Map<String, Integer> SCREENS = Map.of("1366x768", 0, "1000x650", 1);

    @ParameterizedTest
    @CsvSource({
        "en, light, 1366x768, 1.0",
        "de, light, 1366x768, 1.0",
        "de, light, 1000x650, 1.0",
        "de, dark, 1366x768, 1.25",
        "de, light, 1366x768, 1.5",
    })
    void nothingIsCutOff(String language, String theme, String size, String textScale, @TempDir Path folder)
            throws Exception {
        Path errors = folder.resolve("errors");
        Process gallery = gallery(language, theme, SCREENS.get(size), textScale, errors);
        List<String> lines = new ArrayList<>(
                gallery.inputReader(StandardCharsets.UTF_8).lines().toList());
        assertEquals(0, gallery.waitFor(), Files.readString(errors));
        Matcher views = VIEWS.matcher(lines.removeLast());
        assertTrue(views.matches() && Integer.parseInt(views.group(1)) >= LEAST_VIEWS, views::toString);
        assertEquals(List.of(), lines);
    }

    private static Process gallery(String language, String theme, int screen, String textScale, Path errors)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Gallery.class.getName(),
                language,
                theme);
        builder.environment()
                .putAll(Map.of(
                        "DISPLAY",
                        System.getenv(DISPLAY) + "." + screen,
                        "GDK_BACKEND",
                        "x11",
                        "GDK_DPI_SCALE",
                        textScale,
                        "NO_AT_BRIDGE",
                        "1"));
        return builder.redirectError(errors.toFile()).start();
    }
}
