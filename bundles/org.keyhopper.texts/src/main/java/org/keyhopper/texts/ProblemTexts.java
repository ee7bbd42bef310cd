package org.keyhopper.texts;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;

/** Explains problems in one language; falls back to English. Any thread. */
public final class ProblemTexts {

    private static final String BUNDLE = "org.keyhopper.texts.problems";
    private static final String TEXT_KEY_PREFIX = "words.";

    /** More than any code has. Missing arguments are reported as unknown, so that no placeholder is ever shown. */
    private static final int MOST_ARGUMENTS = 4;

    private final Locale locale;
    private final ResourceBundle texts;

    private ProblemTexts(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                ProblemTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static ProblemTexts in(Locale locale) {
        return new ProblemTexts(locale);
    }

    /**
     * Never fails: a code without texts, for example of a driver that supplies none, is explained in general terms
     * with its id.
     */
    public Explanation explain(Problem problem) {
        String id = problem.code().id();
        if (!knows(id)) {
            return explanation("unknown", List.of(id));
        }
        return explanation(id, problem.arguments());
    }

    /** Returns title and cause in one line, for a report or a log. */
    public String sentence(Problem problem) {
        Explanation explanation = explain(problem);
        return explanation.title() + ". " + explanation.cause();
    }

    /** Returns the ids of all codes that have texts. */
    public Set<String> codes() {
        return texts.keySet().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .filter(id -> id.contains("."))
                .collect(Collectors.toSet());
    }

    boolean knows(String id) {
        return texts.containsKey(id + ".title")
                && texts.containsKey(id + ".cause")
                && texts.containsKey(id + ".action");
    }

    private Explanation explanation(String id, List<String> arguments) {
        Object[] values = values(arguments);
        return new Explanation(text(id + ".title", values), text(id + ".cause", values), text(id + ".action", values));
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    private Object[] values(List<String> arguments) {
        List<String> values = new ArrayList<>(arguments);
        values.replaceAll(this::value);
        while (values.size() < MOST_ARGUMENTS) {
            values.add(missing());
        }
        return values.toArray();
    }

    /**
     * An argument that is a text id, such as that of a setting's fault, is replaced by the text; any other is used as
     * it is.
     */
    private String value(String argument) {
        String key = TEXT_KEY_PREFIX + argument;
        if (argument.isBlank()) {
            return missing();
        }
        return texts.containsKey(key) ? texts.getString(key) : argument;
    }

    private String missing() {
        return texts.getString("argument.missing");
    }
}
