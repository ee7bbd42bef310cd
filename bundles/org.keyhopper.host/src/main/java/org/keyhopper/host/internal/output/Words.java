package org.keyhopper.host.internal.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;

/** Problems in the words of the command line: plain English, one paragraph. */
public final class Words {

    private static final ProblemTexts TEXTS = ProblemTexts.in(Locale.ENGLISH);

    private Words() {}

    /** Returns what happened, why, what to do, and the technical detail if there is one. */
    public static String of(Problem problem) {
        Explanation explanation = TEXTS.explain(problem);
        String sentences = Stream.of(explanation.title(), explanation.cause(), explanation.action())
                .filter(sentence -> !sentence.isBlank())
                .collect(Collectors.joining(" "));
        return problem.detail().isBlank() ? sentences : sentences + " [" + problem.detail() + "]";
    }

    public static String of(List<Problem> problems) {
        return problems.stream().map(Words::of).collect(Collectors.joining(" "));
    }
}
