package org.keyhopper.logging.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Formats a record as one line: time, level, thread, logger, message; followed by the indented lines of a stack trace. Control
 * characters are escaped, so that a directory's or device's text cannot forge a record or act on a terminal.
 */
final class LineFormatter extends Formatter {

    /** Control characters, and the separators of lines and paragraphs (Unicode standard section 5.8). */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private static final Pattern CONTROL_IN_LINES = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");
    private static final Pattern LINE_START = Pattern.compile("^(?=.)", Pattern.MULTILINE);

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
                        escaped(CONTROL, formatMessage(event)),
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
        String lines = LINE_START.matcher(text.toString()).replaceAll("  ");
        return escaped(CONTROL_IN_LINES, lines);
    }

    private static String escaped(Pattern characters, String text) {
        return characters.matcher(text).replaceAll(found -> switch (found.group()) {
            case "\n" -> "\\\\n";
            case "\r" -> "\\\\r";
            case "\t" -> "\\\\t";
            default -> "\\\\u%04x".formatted((int) found.group().charAt(0));
        });
    }
}
