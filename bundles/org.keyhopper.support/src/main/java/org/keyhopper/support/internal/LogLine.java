package org.keyhopper.support.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of our log or of the platform's: its prefix with time and origin is kept, the remainder is free text. */
final class LogLine {

    private static final Pattern BEGINNING = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.+-]+Z? \\w+ +\\[\\d+\\] [\\w.$]+ - |!(?:SESSION|ENTRY|SUBENTRY)(?:"
                    + " [\\w.]*)?(?: \\d+)* ?[\\d-]* [\\d:.]+");
    /** A stack frame contains class names, and long ones would be redacted. */
    private static final Pattern FRAME =
            Pattern.compile("\\s+at [\\w.$/@<>]+\\((?:\\w+\\.java(?::\\d+)?|Native Method|Unknown Source)\\)");

    private LogLine() {}

    static String redacted(String line, Redaction redaction) {
        if (FRAME.matcher(line).matches()) {
            return line;
        }
        Matcher beginning = BEGINNING.matcher(line);
        int rest = beginning.lookingAt() ? beginning.end() : 0;
        return line.substring(0, rest) + redaction.text(line.substring(rest));
    }
}
