package org.keyhopper.update.internal.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profile records of p2, a compressed file for each change, named by its time. p2 writes them in place; if it was
 * killed meanwhile, the file is truncated, and p2 finds no product at all although the previous record is complete and
 * valid.
 */
final class ProfileRecords {

    private static final String RECORD = ".profile.gz";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileRecords.class);

    private final Path folder;

    /** @param p2 p2's data folder */
    ProfileRecords(Path p2, String profile) {
        folder = p2.resolve("org.eclipse.equinox.p2.engine/profileRegistry/" + profile + ".profile");
    }

    /** Renames the newest record while it is truncated and there is an older one. */
    void renameTruncated() throws IOException {
        List<Path> newestFirst = records();
        for (Path record : newestFirst.subList(0, Math.max(0, newestFirst.size() - 1))) {
            if (isComplete(record)) {
                return;
            }
            Files.move(record, record.resolveSibling(record.getFileName() + ".cut-off"));
        }
    }

    /** Returns the name of the current record. */
    String newest() throws IOException {
        return records().stream()
                .findFirst()
                .map(ProfileRecords::time)
                .orElseThrow(() -> new IOException("no records in " + folder));
    }

    /** Renames records made after the given one, which thereby becomes the current one. */
    void renameNewerThan(String name) throws IOException {
        for (Path record : records()) {
            if (time(record).compareTo(name) > 0) {
                Files.move(record, record.resolveSibling(time(record) + ".unfinished"));
            }
        }
    }

    private List<Path> records() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(RECORD))
                    .sorted(Comparator.comparing(ProfileRecords::time).reversed())
                    .toList();
        }
    }

    private static String time(Path record) {
        return record.getFileName().toString();
    }

    /** The compressed stream ends with a checksum of its content. */
    private static boolean isComplete(Path record) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(record))) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException truncated) {
            LOG.warn("Truncated profile record {}: {}", record.getFileName(), truncated.toString());
            return false;
        }
    }
}
