package org.keyhopper.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.help.internal.BundleSources;
import org.keyhopper.help.internal.HelpPages;
import org.keyhopper.help.internal.HelpSite;
import org.keyhopper.help.internal.ProblemPages;
import org.keyhopper.store.StationStore;
import org.keyhopper.texts.ProblemTexts;

/**
 * The documents of the product in one language. A page that is not translated is in English, and says so. Nothing is
 * read before it is asked for. Any thread; all methods block.
 */
public final class Help {

    /** The page that the others are found from. */
    public static final String START = "index";

    private final HelpPages pages;
    private final Path folder;

    private Help(HelpPages pages, Path folder) {
        this.pages = pages;
        this.folder = folder;
    }

    /** Returns the documents in a language; HTML is written to the folder {@code help} of the home folder. */
    public static Help in(Locale locale) {
        ProblemTexts texts = ProblemTexts.in(locale);
        return new Help(
                new HelpPages(new BundleSources(), new ProblemPages(texts, locale), locale),
                StationStore.home().resolve("help"));
    }

    /** Returns the topic of the page of a problem code. */
    public static String ofProblem(String code) {
        return ProblemPages.FOLDER + code;
    }

    /** Returns all topics, guides first, then decisions and problem codes. */
    public List<HelpTopic> topics() {
        return pages.topics();
    }

    /** Returns the page with this topic; a problem code may be given without its folder. */
    public Optional<HelpTopic> find(String topic) {
        return pages.find(topic).or(() -> pages.find(ofProblem(topic)));
    }

    /** Returns the text of a page, in Markdown. */
    public String text(HelpTopic topic) {
        return pages.markdown(topic.id());
    }

    /**
     * Writes the documents as HTML and returns the file of a page. Files that are up to date are left alone.
     *
     * @throws IOException if a file cannot be written
     */
    public Path open(HelpTopic topic) throws IOException {
        return new HelpSite(pages, folder).file(topic);
    }
}
