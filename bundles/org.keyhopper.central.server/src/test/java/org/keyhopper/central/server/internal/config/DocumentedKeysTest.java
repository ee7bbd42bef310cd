package org.keyhopper.central.server.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual and the configuration of the package. */
class DocumentedKeysTest {

    private static final Path PAGES = Path.of("../org.keyhopper.help/src/main/resources/help/en");
    private static final Path PACKAGED = Path.of("../../releng/packaging/central/central.conf");

    @Test
    void everyKeyIsInTheManual() throws IOException {
        String manual = Stream.of("central-install", "central-sign-in", "central-records", "central-pick-up")
                .map(DocumentedKeysTest::page)
                .collect(Collectors.joining());
        assertEquals(
                List.of(),
                ConfigurationFile.known()
                        .filter(key -> !manual.contains("`" + key + "`"))
                        .sorted()
                        .toList());
    }

    private static String page(String name) {
        try {
            return Files.readString(PAGES.resolve(name + ".md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void packagedFileNamesNoKeyThatIsUnknownOrTwice() throws IOException {
        List<String> keys = Files.readAllLines(PACKAGED).stream()
                .filter(line -> line.matches("#?[a-z.]+ = .*"))
                .map(line -> line.substring(0, line.indexOf(" = ")).replace("#", ""))
                .toList();
        List<String> known = ConfigurationFile.known().toList();
        assertEquals(
                List.of(), keys.stream().filter(key -> !known.contains(key)).toList());
        assertEquals(keys.stream().distinct().toList(), keys);
        assertTrue(keys.contains("oidc.issuer"));
    }
}
