package org.keyhopper.help.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.help.HelpTopic;

/**
 * The documents as HTML files in a folder. All pages of a language are written, so that links between them work in any
 * browser and offline. Several processes may write at once: a file is replaced in one step.
 */
public final class HelpSite {

    private static final Pattern PAGE = Pattern.compile("(.*)\\.md(#.*)?");
    private static final Pattern DECISION = Pattern.compile("(?:\\.\\./)+releng/adr/(.*\\.md(?:#.*)?)");
    private static final Pattern PICTURE = Pattern.compile("(?:\\.\\./)+releng/(pictures/.*\\.png)");

    private final HelpPages pages;
    private final Path folder;
    private final ResourceBundle labels;

    public HelpSite(HelpPages pages, Path folder) {
        this.pages = pages;
        this.folder = folder.resolve(pages.locale().getLanguage());
        labels = ProblemPages.labels(pages.locale());
    }

    /** Writes all pages and returns the file of one. */
    public Path file(HelpTopic topic) throws IOException {
        for (String path : pages.sources().paths()) {
            if (path.endsWith(".css") || path.endsWith(".png")) {
                write(folder.resolve(path), pages.sources().bytes(path).orElseThrow());
            }
        }
        for (HelpTopic each : pages.topics()) {
            write(file(each.id()), html(each).getBytes(StandardCharsets.UTF_8));
        }
        return file(topic.id());
    }

    private Path file(String id) {
        return folder.resolve(id + ".html");
    }

    private String html(HelpTopic topic) {
        String root = topic.id().contains("/") ? "../" : "";
        String language = topic.translated() ? pages.locale().getLanguage() : "en";
        String notice = topic.translated()
                ? ""
                : "<p class=\"notice\" lang=\"%s\">%s</p>"
                        .formatted(pages.locale().getLanguage(), labels.getString("page.untranslated"));
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; img-src 'self' file:">
            <title>%s – Keyhopper</title>
            <link rel="stylesheet" href="%sstyle.css">
            </head>
            <body>
            <nav><a href="%sindex.html">%s</a> <a href="%sproblems.html">%s</a></nav>
            <main>
            %s%s</main>
            </body>
            </html>
            """.formatted(
                        language,
                        escaped(topic.title()),
                        root,
                        root,
                        labels.getString("page.start"),
                        root,
                        labels.getString("problem.index"),
                        notice,
                        Markdown.html(pages.markdown(topic.id()), target -> link(root, target)));
    }

    /** Links lead to pages and to the outside; what is not part of the product remains as text. */
    static String link(String root, String target) {
        if (target.contains(":") || target.startsWith("#")) {
            return target;
        }
        Matcher picture = PICTURE.matcher(target);
        if (picture.matches()) {
            return root + picture.group(1);
        }
        Matcher decision = DECISION.matcher(target);
        // A page that is not translated is linked in English, and shown among those of the language.
        String path =
                decision.matches() ? root + "decisions/" + decision.group(1) : target.replaceFirst("^\\.\\./en/", "");
        if (path.startsWith(root + "../")) {
            return "";
        }
        Matcher page = PAGE.matcher(path);
        return page.matches() ? page.group(1) + ".html" + (page.group(2) == null ? "" : page.group(2)) : path;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), "page", null);
        Files.write(written, content);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
