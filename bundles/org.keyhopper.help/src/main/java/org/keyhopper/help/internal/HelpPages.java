package org.keyhopper.help.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.help.HelpTopic;

/** The pages in one language: those that are written, and those made from the texts of problems. Any thread. */
public final class HelpPages {

    private static final String ENGLISH = "en/";
    private static final String EXTENSION = ".md";
    private static final String DECISIONS = "decisions";

    private final HelpSources sources;
    private final ProblemPages problems;
    private final Locale locale;

    public HelpPages(HelpSources sources, ProblemPages problems, Locale locale) {
        this.sources = sources;
        this.problems = problems;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    HelpSources sources() {
        return sources;
    }

    public List<HelpTopic> topics() {
        return Stream.of(
                        written().filter(id -> !id.contains("/")),
                        written().filter(id -> id.contains("/")),
                        Stream.of(ProblemPages.INDEX),
                        problems.codes().stream().map(code -> ProblemPages.FOLDER + code))
                .flatMap(ids -> ids)
                .map(this::topic)
                .toList();
    }

    /** Returns the topic with this id. */
    public Optional<HelpTopic> find(String id) {
        boolean known =
                isGenerated(id) ? isProblemPage(id) : source(ENGLISH, id).isPresent();
        return known ? Optional.of(topic(id)) : Optional.empty();
    }

    /** Returns the text of a page; the topic must exist. */
    public String markdown(String id) {
        if (id.equals(ProblemPages.INDEX)) {
            return problems.index();
        }
        if (isGenerated(id)) {
            return problems.page(id.substring(ProblemPages.FOLDER.length()));
        }
        String text = source(own(), id).or(() -> source(ENGLISH, id)).orElseThrow();
        return id.equals(DECISIONS) ? text + decisions() : text;
    }

    /** Returns the list of decisions, which is made from their headings. */
    private String decisions() {
        StringBuilder list = new StringBuilder("\n");
        for (String id : written().filter(id -> id.startsWith(DECISIONS + "/")).toList()) {
            list.append("* [").append(topic(id).title()).append("](").append(id).append(EXTENSION + ")\n");
        }
        return list.toString();
    }

    private HelpTopic topic(String id) {
        if (isGenerated(id) && !id.equals(ProblemPages.INDEX)) {
            return new HelpTopic(id, problems.title(id.substring(ProblemPages.FOLDER.length())), true);
        }
        boolean translated = isGenerated(id) || source(own(), id).isPresent();
        return new HelpTopic(id, Markdown.title(markdown(id)), translated);
    }

    private boolean isProblemPage(String id) {
        Collection<String> codes = problems.codes();
        return id.equals(ProblemPages.INDEX) || codes.contains(id.substring(ProblemPages.FOLDER.length()));
    }

    private static boolean isGenerated(String id) {
        return id.equals(ProblemPages.INDEX) || id.startsWith(ProblemPages.FOLDER);
    }

    /** Returns the ids of all pages that are written, in alphabetical order. */
    private Stream<String> written() {
        return sources.paths().stream()
                .filter(path -> path.startsWith(ENGLISH) && path.endsWith(EXTENSION))
                .map(path -> path.substring(ENGLISH.length(), path.length() - EXTENSION.length()));
    }

    private String own() {
        return locale.getLanguage() + "/";
    }

    private Optional<String> source(String language, String id) {
        return sources.bytes(language + id + EXTENSION).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
