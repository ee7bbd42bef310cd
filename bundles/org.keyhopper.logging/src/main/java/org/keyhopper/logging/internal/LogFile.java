package org.keyhopper.logging.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * Writes the log of all libraries to files under {@code logs}, and nothing to the console: standard output belongs to
 * the command line. A server under a service manager writes it to standard output instead.
 */
final class LogFile {

    private static final int BYTES = 4 * 1024 * 1024;
    private static final int GENERATIONS = 5;

    /**
     * Below INFO these log whole APDUs and CTAP messages, including PINs. Strong references, since java.util.logging
     * discards unreferenced loggers.
     */
    private final List<Logger> cappedLoggers =
            List.of(Logger.getLogger("com.yubico.yubikit"), Logger.getLogger("org.hid4java"));

    /** Where the log goes and how a line looks. */
    enum Form {
        /** Lines for people, in files. */
        LINES,
        /** JSON lines, in files. */
        JSON,
        /** JSON lines, on standard output. */
        JSON_STDOUT;

        /** Returns the form with this name; LINES for any other. */
        static Form named(String name) {
            return "json".equals(name) ? JSON : "json-stdout".equals(name) ? JSON_STDOUT : LINES;
        }
    }

    private final Handler handler;

    private LogFile(Handler handler) {
        this.handler = handler;
    }

    /**
     * Opens the log of this process. A second process gets a separate file.
     *
     * @param home the Keyhopper home
     */
    static LogFile under(Path home) {
        return under(home, Form.LINES);
    }

    /** Like {@link #under(Path)}, in another form. */
    static LogFile under(Path home, Form form) {
        LogManager.getLogManager().reset();
        var log = new LogFile(form == Form.JSON_STDOUT ? new StandardOutput() : open(home.resolve("logs"), form));
        log.cappedLoggers.forEach(logger -> logger.setLevel(Level.INFO));
        var root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        if (log.handler != null) {
            root.addHandler(log.handler);
        }
        return log;
    }

    /** Returns null if no file can be written: a station without a log must still be able to show why. */
    private static FileHandler open(Path folder, Form form) {
        try {
            Files.createDirectories(folder);
            var handler = new FileHandler(folder.resolve("keyhopper-%u.%g.log").toString(), BYTES, GENERATIONS, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(form == Form.JSON ? new JsonFormatter() : new LineFormatter());
            return handler;
        } catch (IOException e) {
            System.err.println("keyhopper: no log is written, " + e.getMessage());
            return null;
        }
    }

    void close() {
        if (handler != null) {
            Logger.getLogger("").removeHandler(handler);
            handler.close();
        }
    }

    /** JSON lines on standard output, each at once. The stream stays open: results of commands go there, too. */
    private static final class StandardOutput extends StreamHandler {

        StandardOutput() {
            super(new PrintStream(new FileOutputStream(FileDescriptor.out), false), new JsonFormatter());
            try {
                setEncoding("UTF-8");
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("every Java platform has UTF-8", e);
            }
        }

        @Override
        public synchronized void publish(LogRecord event) {
            super.publish(event);
            flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
