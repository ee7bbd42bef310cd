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
 * p2's records of what was installed, a compressed file for each change, named by its time. p2 writes them in place, so one
 * that it was killed over is cut off; p2 then sees no product at all, although the one before is whole and still true.
 */
final class ProfileRecords {

    private static final String RECORD = ".profile.gz";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileRecords.class);

    private final Path folder;

    /** @param p2 the folder of p2's data */
    ProfileRecords(Path p2, String profile) {
        folder = p2.resolve("org.eclipse.equinox.p2.engine/profileRegistry/" + profile + ".profile");
    }

    /** Gives the newest record another name while it is cut off and there is an older one. */
    void putAsideCutOff() throws IOException {
        List<Path> newestFirst = records();
        for (Path record : newestFirst.subList(0, Math.max(0, newestFirst.size() - 1))) {
            if (isWhole(record)) {
                return;
            }
            Files.move(record, record.resolveSibling(record.getFileName() + ".cut-off"));
        }
    }

    /** Returns the name of the record that counts. */
    String newest() throws IOException {
        return records().stream()
                .findFirst()
                .map(ProfileRecords::time)
                .orElseThrow(() -> new IOException("no records in " + folder));
    }

    /** Gives records other names that were made after one, so that this one counts again. */
    void putAsideNewerThan(String name) throws IOException {
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

    /** The compression ends with a checksum of the whole. */
    private static boolean isWhole(Path record) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(record))) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException cutOff) {
            LOG.warn("p2 was killed while it wrote {}: {}", record.getFileName(), cutOff.toString());
            return false;
        }
    }
}
