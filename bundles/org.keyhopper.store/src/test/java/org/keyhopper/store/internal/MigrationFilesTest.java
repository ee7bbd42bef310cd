package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A database that was migrated does not run a file again, so a changed file would leave two kinds of databases. */
class MigrationFilesTest {

    /** Leaves all statements of an older program valid: it names the columns that it inserts. */
    private static final Pattern ADDITION = Pattern.compile("CREATE (TABLE|INDEX) .*|INSERT INTO .*"
            + "|ALTER TABLE \\w+ ADD COLUMN \\w+ \\w+( NOT NULL DEFAULT \\S+)?");

    private static final Pattern FILLING = Pattern.compile("UPDATE (\\w+) SET (\\w+) = \\(SELECT .*\\)");

    @Test
    void filesAreThoseThatWereMerged() throws IOException, NoSuchAlgorithmException {
        Map<String, String> merged = new LinkedHashMap<>();
        Map<String, String> present = new LinkedHashMap<>();
        String sums = new String(bytes("SHA256SUMS"), StandardCharsets.US_ASCII);
        for (String line : sums.lines().toList()) {
            merged.put(line.substring(66), line.substring(0, 64));
        }
        for (String file : Schema.FILES) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(file));
            present.put(file, HexFormat.of().formatHex(digest));
        }
        assertEquals(merged, present, "Add a file to the schema, and its line to SHA256SUMS, instead of changing one.");
    }

    /** During a rolling upgrade, an instance of the version before goes on with the new tables. */
    @Test
    void filesThatAnOlderProgramCanUseOnlyAdd() throws IOException {
        List<String> others = new ArrayList<>();
        for (int index = 0; index < Schema.FILES.size(); index++) {
            String text = new String(bytes(Schema.FILES.get(index)), StandardCharsets.UTF_8);
            Matcher usable = Schema.USABLE_FROM.matcher(text);
            if (usable.find() && Integer.parseInt(usable.group(1)) <= index) {
                Schema.statements(text.replaceAll("(?m)^--.*$", "")).stream()
                        .map(statement -> statement.replaceAll("\\s+", " ").strip())
                        .filter(statement -> !ADDITION.matcher(statement).matches())
                        .filter(statement -> !isFilled(statement, text))
                        .forEach(others::add);
            }
        }
        assertEquals(List.of(), others);
    }

    /** Returns whether a statement fills a column that the same file adds, which the older program does not read. */
    private static boolean isFilled(String statement, String file) {
        Matcher filling = FILLING.matcher(statement);
        return filling.matches()
                && file.contains("ALTER TABLE " + filling.group(1) + " ADD COLUMN " + filling.group(2) + " ");
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream("/schema/" + file)) {
            return in.readAllBytes();
        }
    }
}
