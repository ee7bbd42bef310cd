package org.keyhopper.logging.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Formats a record as one line: time, level, thread, logger, message; followed by the lines of a stack trace. */
final class LineFormatter extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

    @Override
    public String format(LogRecord event) {
        return "%s %-7s [%d] %s - %s%n%s"
                .formatted(
                        TIME.format(event.getInstant()),
                        event.getLevel().getName(),
                        event.getLongThreadID(),
                        event.getLoggerName(),
                        formatMessage(event),
                        trace(event.getThrown()));
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        var text = new StringWriter();
        try (var writer = new PrintWriter(text)) {
            thrown.printStackTrace(writer);
        }
        return text.toString();
    }
}
