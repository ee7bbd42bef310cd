package org.keyhopper.central.server.internal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of lines, which is opened for each delivery, so that it may be rotated by renaming it. */
record FileSink(Path file) implements AuditSink {

    @Override
    public String name() {
        return "file:" + file;
    }

    @Override
    public void deliver(List<String> lines) throws IOException {
        AppendedFile.append(file, String.join("\n", lines) + "\n");
    }

    @Override
    public void close() {
        // Nothing is open between deliveries.
    }
}
