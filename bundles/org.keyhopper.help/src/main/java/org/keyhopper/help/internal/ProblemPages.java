package org.keyhopper.help.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;

/** Makes a page for each problem code from its texts, and the index of codes. Any thread. */
public final class ProblemPages {

    public static final String FOLDER = "problems/";
    static final String INDEX = "problems";

    /** Stands for an argument, whose value is known only when the problem occurs; more than any code has. */
    private static final List<String> ARGUMENTS = Collections.nCopies(6, "…");

    private final ProblemTexts texts;
    private final ResourceBundle labels;

    public ProblemPages(ProblemTexts texts, Locale locale) {
        this.texts = texts;
        labels = labels(locale);
    }

    /** Returns the labels of pages in a language, or in English. */
    static ResourceBundle labels(Locale locale) {
        return ResourceBundle.getBundle(
                "org.keyhopper.help.internal.labels",
                locale,
                ProblemPages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    List<String> codes() {
        return texts.codes().stream().sorted().toList();
    }

    String title(String code) {
        return explain(code).title();
    }

    /** Returns the page of a code. */
    String page(String code) {
        Explanation explanation = explain(code);
        Document page = new Document();
        heading(page, 1, explanation.title());
        Paragraph id = new Paragraph();
        id.appendChild(new Text(labels.getString("problem.code") + " "));
        id.appendChild(new Code(code));
        page.appendChild(id);
        heading(page, 2, labels.getString("problem.cause"));
        paragraph(page, explanation.cause());
        heading(page, 2, labels.getString("problem.action"));
        paragraph(page, explanation.action());
        Paragraph back = new Paragraph();
        back.appendChild(link("../" + INDEX + ".md", new Text(labels.getString("problem.all"))));
        page.appendChild(back);
        return Markdown.source(page);
    }

    /** Returns the page that lists all codes by area. */
    String index() {
        Document page = new Document();
        heading(page, 1, labels.getString("problem.index"));
        paragraph(page, labels.getString("problem.intro"));
        Map<String, List<String>> areas = codes().stream()
                .collect(Collectors.groupingBy(
                        code -> code.substring(0, code.indexOf('.')), TreeMap::new, Collectors.toList()));
        areas.forEach((area, codes) -> {
            heading(page, 2, area);
            BulletList list = new BulletList();
            list.setTight(true);
            codes.forEach(code -> list.appendChild(entry(code)));
            page.appendChild(list);
        });
        return Markdown.source(page);
    }

    private ListItem entry(String code) {
        Paragraph line = new Paragraph();
        line.appendChild(link(FOLDER + code + ".md", new Code(code)));
        line.appendChild(new Text(" – " + title(code)));
        ListItem item = new ListItem();
        item.appendChild(line);
        return item;
    }

    private Explanation explain(String code) {
        return texts.explain(new Problem(() -> code, ARGUMENTS, ""));
    }

    private static Link link(String target, Node label) {
        Link link = new Link(target, null);
        link.appendChild(Objects.requireNonNull(label));
        return link;
    }

    private static void heading(Node page, int level, String text) {
        Heading heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(new Text(text));
        page.appendChild(heading);
    }

    private static void paragraph(Node page, String text) {
        for (String line : new ArrayList<>(text.lines().toList())) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new Text(line));
            page.appendChild(paragraph);
        }
    }
}
