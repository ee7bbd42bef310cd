package org.keyhopper.help.internal;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Parses and renders Markdown (CommonMark with tables; headings have anchors as on GitHub). Any thread. */
final class Markdown {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    /** HTML in a page is shown as text: only what Markdown can say reaches the browser. */
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private static final MarkdownRenderer SOURCE = MarkdownRenderer.builder().build();

    private Markdown() {}

    /** Returns the text of the first heading, or an empty string. */
    static String title(String markdown) {
        StringBuilder title = new StringBuilder();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (title.isEmpty()) {
                    visitChildren(heading);
                }
            }

            @Override
            public void visit(org.commonmark.node.Paragraph paragraph) {
                // Only headings count.
            }

            @Override
            public void visit(org.commonmark.node.Code code) {
                title.append(code.getLiteral());
            }

            @Override
            public void visit(Text text) {
                title.append(text.getLiteral());
            }
        });
        return title.toString();
    }

    /**
     * Renders a page.
     *
     * @param target returns the new target of a link or picture; an empty target leaves only its text
     */
    static String html(String markdown, UnaryOperator<String> target) {
        Node page = PARSER.parse(markdown);
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String changed = target.apply(link.getDestination());
                visitChildren(link);
                if (changed.isEmpty()) {
                    unwrap(link);
                } else {
                    link.setDestination(changed);
                }
            }

            @Override
            public void visit(Image image) {
                image.setDestination(target.apply(image.getDestination()));
            }
        });
        return HTML.render(page);
    }

    /** Writes a document as Markdown, with whatever is not meant as such escaped. */
    static String source(Node document) {
        return SOURCE.render(document);
    }

    private static void unwrap(Link link) {
        Node child = link.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
    }
}
