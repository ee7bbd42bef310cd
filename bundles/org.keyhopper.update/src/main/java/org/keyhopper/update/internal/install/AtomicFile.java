package org.keyhopper.update.internal.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files atomically: they have either all of the old or all of the new content, even after a power failure. */
final class AtomicFile {

    private AtomicFile() {}

    static void write(Path file, byte[] content) throws IOException {
        write(file, content, beside -> {});
    }

    /** @param ready a further step on the new file before it replaces the old one */
    static void write(Path file, byte[] content, Step ready) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        ready.on(beside);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    interface Step {
        void on(Path file) throws IOException;
    }
}
