package org.keyhopper.central.server.internal.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Appends lines to a file that only its owner may read; what was appended is on the disk. */
final class AppendedFile {

    private AppendedFile() {}

    /** Appends lines, each with its end. If that fails, the file is as long as before, as far as that can be done. */
    static void append(Path file, String lines) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        // What a killed process left of a line must not become the beginning of the next one.
        String separated = endsWithLine(file) ? lines : "\n" + lines;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            write(channel, ByteBuffer.wrap(separated.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean endsWithLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean empty = channel.read(last, Math.max(0, channel.size() - 1)) <= 0;
            return empty || last.get(0) == '\n';
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        long before = channel.size();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            shorten(channel, before, e);
            throw e;
        }
    }

    private static void shorten(FileChannel channel, long length, IOException reason) {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static void create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
