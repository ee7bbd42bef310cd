package org.keyhopper.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.documents.internal.CsvTable;

/** Writes the inventory as CSV, in the form of {@link RequestReport#writeCsv}. */
public final class InventoryCsv {

    private static final List<String> COLUMNS = List.of(
            "number",
            "holder",
            "formerHolder",
            "directory",
            "userId",
            "model",
            "aaguid",
            "serial",
            "state",
            "since",
            "rpId",
            "credentialId",
            "passkeyId",
            "request",
            "position");

    private InventoryCsv() {}

    /** Writes one row per entry, flushes the stream and leaves it open. */
    public static void write(List<InventoryEntry> entries, OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(out, COLUMNS)) {
            int number = 0;
            for (InventoryEntry entry : entries) {
                number++;
                table.add(row(number, entry));
            }
        }
    }

    private static List<String> row(int number, InventoryEntry entry) {
        return List.of(
                Integer.toString(number),
                entry.holder(),
                entry.formerHolder().orElse(""),
                entry.directory(),
                entry.userId(),
                entry.model(),
                entry.aaguid().toString(),
                entry.serial().orElse(""),
                entry.state().name(),
                entry.since().toString(),
                entry.rpId(),
                entry.credential().base64Url(),
                entry.passkeyId(),
                entry.recipient().request().value(),
                Integer.toString(entry.recipient().position()));
    }
}
