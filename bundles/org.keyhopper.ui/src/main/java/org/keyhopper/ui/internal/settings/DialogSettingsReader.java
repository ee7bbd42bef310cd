package org.keyhopper.ui.internal.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads what {@link DialogSettings#save(java.io.Writer)} writes. {@code DialogSettings} itself reads it with a DOM parser,
 * whose classes a start needs for nothing else.
 */
final class DialogSettingsReader extends DefaultHandler {

    private final Deque<IDialogSettings> sections = new ArrayDeque<>();
    private final List<String> values = new ArrayList<>();
    private String list;

    private DialogSettingsReader(IDialogSettings root) {
        sections.push(root);
    }

    /**
     * @param root the name of the outermost section
     * @throws IOException if the text is not XML
     */
    static DialogSettings read(String xml, String root) throws IOException {
        DialogSettings settings = new DialogSettings(root);
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        try {
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new InputSource(new StringReader(xml)), new DialogSettingsReader(settings));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
        return settings;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        String key = attributes.getValue("key");
        String value = attributes.getValue("value");
        switch (name) {
            case "section" -> enter(attributes.getValue("name"));
            case "list" -> list = key;
            case "item" -> {
                if (list != null) {
                    values.add(value);
                } else if (key != null) {
                    sections.getFirst().put(key, value);
                }
            }
            default -> {
                // An element that a later version may add.
            }
        }
    }

    /** The first section that is entered is the outermost one, which exists. */
    private void enter(String name) {
        IDialogSettings outer = sections.getFirst();
        sections.push(sections.size() == 1 ? outer : outer.addNewSection(name == null ? "" : name));
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        switch (name) {
            case "section" -> sections.pop();
            case "list" -> {
                if (list != null) {
                    sections.getFirst().put(list, values.toArray(String[]::new));
                }
                list = null;
                values.clear();
            }
            default -> {
                // Nothing is inside of an item.
            }
        }
    }
}
