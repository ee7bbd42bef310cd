package org.keyhopper.logging.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import org.keyhopper.logging.LogContext;

/** Formats a record as one line with a JSON object (RFC 8259); line breaks and control characters are escaped. */
final class JsonFormatter extends Formatter {

    private static final char FIRST_PRINTABLE = ' ';

    @Override
    public String format(LogRecord event) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("time", event.getInstant().toString());
        members.put("level", event.getLevel().getName());
        members.put("logger", String.valueOf(event.getLoggerName()));
        members.put("thread", Long.toString(event.getLongThreadID()));
        LogContext.request().ifPresent(id -> members.put("request", id));
        members.put("message", formatMessage(event));
        if (event.getThrown() != null) {
            members.put("exception", trace(event.getThrown()));
        }
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ":" + text(member.getValue()))
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try (PrintWriter writer = new PrintWriter(text)) {
            thrown.printStackTrace(writer);
        }
        return text.toString();
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '"', '\\' -> quoted.append('\\').append(each);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    // Some viewers break lines at these as well.
                    boolean breaks = each < FIRST_PRINTABLE
                            || each == '\u007f'
                            || each == '\u0085'
                            || each == '\u2028'
                            || each == '\u2029';
                    quoted.append(breaks ? "\\u%04x".formatted((int) each) : each);
                }
            }
        }
        return quoted.append('"').toString();
    }
}
