package org.keyhopper.update.internal.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files of which there is always all of the old or all of the new content, also after a power cut. */
final class AtomicFile {

    private AtomicFile() {}

    static void write(Path file, byte[] content) throws IOException {
        write(file, content, beside -> {});
    }

    /** @param ready what else must be done to the new file before it takes the place of the old one */
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
