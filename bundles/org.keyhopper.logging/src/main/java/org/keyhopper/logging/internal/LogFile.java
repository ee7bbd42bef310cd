package org.keyhopper.logging.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Writes the log of all libraries to files under {@code logs}, and nothing to the console: standard output belongs to
 * the command line.
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

    private final FileHandler file;

    private LogFile(FileHandler file) {
        this.file = file;
    }

    /**
     * Opens the log of this process. A second process gets a separate file.
     *
     * @param home the Keyhopper home
     */
    static LogFile under(Path home) {
        LogManager.getLogManager().reset();
        var log = new LogFile(open(home.resolve("logs")));
        log.cappedLoggers.forEach(logger -> logger.setLevel(Level.INFO));
        var root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        if (log.file != null) {
            root.addHandler(log.file);
        }
        return log;
    }

    /** Returns null if no file can be written: a station without a log must still be able to show why. */
    private static FileHandler open(Path folder) {
        try {
            Files.createDirectories(folder);
            var handler = new FileHandler(folder.resolve("keyhopper-%u.%g.log").toString(), BYTES, GENERATIONS, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new LineFormatter());
            return handler;
        } catch (IOException e) {
            System.err.println("keyhopper: no log is written, " + e.getMessage());
            return null;
        }
    }

    void close() {
        if (file != null) {
            Logger.getLogger("").removeHandler(file);
            file.close();
        }
    }
}
