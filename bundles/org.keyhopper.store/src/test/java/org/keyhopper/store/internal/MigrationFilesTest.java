package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that was migrated does not run a file again, so a changed file would leave two kinds of databases. */
class MigrationFilesTest {

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

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream("/schema/" + file)) {
            return in.readAllBytes();
        }
    }
}
