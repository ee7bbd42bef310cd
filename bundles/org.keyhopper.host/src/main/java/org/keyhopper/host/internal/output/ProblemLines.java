package org.keyhopper.host.internal.output;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;

/** Formats problems for the command line: plain English, one paragraph. */
public final class ProblemLines {

    private static final ProblemTexts TEXTS = ProblemTexts.in(Locale.ENGLISH);

    private ProblemLines() {}

    /** Returns title, cause, action, and the technical detail if there is one. */
    public static String of(Problem problem) {
        Explanation explanation = TEXTS.explain(problem);
        String sentences = joined(Stream.of(explanation.title(), explanation.cause(), explanation.action()));
        return problem.detail().isBlank() ? sentences : sentences + " [" + problem.detail() + "]";
    }

    /** Returns title and cause. */
    public static String reason(Problem problem) {
        Explanation explanation = TEXTS.explain(problem);
        return joined(Stream.of(explanation.title(), explanation.cause()));
    }

    /** Returns the action. */
    public static String action(Problem problem) {
        return TEXTS.explain(problem).action();
    }

    private static String joined(Stream<String> sentences) {
        return sentences
                .filter(sentence -> !sentence.isBlank())
                .map(ProblemLines::ended)
                .collect(Collectors.joining(" "));
    }

    /** A title ends without a full stop. */
    private static String ended(String sentence) {
        return sentence.matches(".*[.!?:]") ? sentence : sentence + ".";
    }
}
