package org.keyhopper.texts;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;

/**
 * Explains problems in one language; falls back to English. The texts of the product's own codes are here; those of a
 * driver or connector are in its bundle. Any thread.
 */
public final class ProblemTexts {

    private static final String BUNDLE = "org.keyhopper.texts.problems";
    private static final String TEXT_KEY_PREFIX = "words.";

    /** More than any code has. Missing arguments are reported as unknown, so that no placeholder is ever shown. */
    private static final int MOST_ARGUMENTS = 4;

    private final Locale locale;
    private final BundleTexts contributed;

    /** Read when the first text is needed; guarded by this. */
    private ResourceBundle texts;

    private ProblemTexts(Locale locale, TextFiles files) {
        this.locale = locale;
        contributed = new BundleTexts(locale, files);
    }

    private synchronized ResourceBundle texts() {
        if (texts == null) {
            texts = ResourceBundle.getBundle(
                    BUNDLE,
                    locale,
                    ProblemTexts.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        }
        return texts;
    }

    public static ProblemTexts in(Locale locale) {
        return in(locale, TextFiles.installed());
    }

    static ProblemTexts in(Locale locale, TextFiles files) {
        return new ProblemTexts(locale, files);
    }

    /**
     * Never fails: a code without texts, for example of a driver that supplies none or is not installed any more, is
     * explained in general terms with its id.
     */
    public Explanation explain(Problem problem) {
        String id = problem.code().id();
        return explanation(id, problem.arguments())
                .or(() -> explanation("unknown", List.of(id)))
                .orElseThrow();
    }

    /** Returns title and cause in one line, for a report or a log. */
    public String sentence(Problem problem) {
        Explanation explanation = explain(problem);
        return explanation.title() + ". " + explanation.cause();
    }

    /** Returns the ids of all codes that have texts. */
    public Set<String> codes() {
        return Stream.concat(texts().keySet().stream(), contributed.keys().stream())
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .filter(id -> id.contains("."))
                .collect(Collectors.toSet());
    }

    private Optional<Explanation> explanation(String id, List<String> arguments) {
        List<String> parts = Stream.of(".title", ".cause", ".action")
                .flatMap(part -> find(id + part).stream())
                .toList();
        if (parts.size() < 3) {
            return Optional.empty();
        }
        Object[] values = values(arguments);
        return Optional.of(new Explanation(
                format(parts.get(0), values), format(parts.get(1), values), format(parts.get(2), values)));
    }

    private String format(String pattern, Object... values) {
        return new MessageFormat(pattern, locale).format(values);
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
        return argument.isBlank() ? missing() : find(TEXT_KEY_PREFIX + argument).orElse(argument);
    }

    /** No bundle can replace a text of the product. */
    private Optional<String> find(String key) {
        return texts().containsKey(key) ? Optional.of(texts().getString(key)) : contributed.find(key);
    }

    private String missing() {
        return texts().getString("argument.missing");
    }
}
