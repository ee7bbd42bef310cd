package org.keyhopper.central.server.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of lines whose writing was interrupted. */
class AppendedFileTest {

    @TempDir
    Path folder;

    /** Run by {@link #nothingIsLeftOfLinesForWhichThereIsNoRoom()}, in a process whose files may have some hundred bytes. */
    static final class Full {

        private Full() {}

        public static void main(String[] arguments) {
            try {
                AppendedFile.append(Path.of(arguments[0]), "x".repeat(100_000) + "\n");
                System.out.print("appended");
            } catch (IOException e) {
                System.out.print("refused");
            }
        }
    }

    private static Path folderOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void lineAfterOneThatWasCutOffIsWhole() throws Exception {
        Path file = folder.resolve("lines");
        Files.writeString(file, "first\nsec");
        AppendedFile.append(file, "second\n");
        AppendedFile.append(file, "third\n");
        assertEquals(List.of("first", "sec", "second", "third"), Files.readAllLines(file));
    }

    @Test
    void lineWhoseEndIsMissingGetsIt() throws Exception {
        Path file = folder.resolve("lines");
        Files.writeString(file, "first");
        AppendedFile.append(file, "second\nthird\n");
        assertEquals("first\nsecond\nthird\n", Files.readString(file));
    }

    @Test
    void nothingIsLeftOfLinesForWhichThereIsNoRoom() throws Exception {
        Path file = folder.resolve("lines");
        AppendedFile.append(file, "first\n");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 1; exec \"$0\" -XX:-UsePerfData -cp \"$1\" \"$2\" \"$3\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        folderOf(AppendedFile.class) + ":" + folderOf(Full.class),
                        Full.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("refused", said);
        assertEquals("first\n", Files.readString(file));
    }
}
