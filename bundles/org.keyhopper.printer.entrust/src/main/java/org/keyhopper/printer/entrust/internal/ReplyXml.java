package org.keyhopper.printer.entrust.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads single values of a reply. */
final class ReplyXml {

    private final Element root;

    private ReplyXml(Element root) {
        this.root = root;
    }

    static ReplyXml parse(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new InputSource(new StringReader(xml.strip())));
            return new ReplyXml(document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not XML: " + xml, e);
        }
    }

    String name() {
        return root.getTagName();
    }

    /** Returns the stripped text of the first element of this name; empty if there is none. */
    Optional<String> text(String element) {
        NodeList all = root.getElementsByTagName(element);
        return all.getLength() == 0
                ? Optional.empty()
                : Optional.of(all.item(0).getTextContent().strip());
    }

    /** Returns a number; 0 if it is missing or empty. */
    int number(String element) throws IOException {
        String text = text(element).orElse("");
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException(element + " is not a number: " + text, e);
        }
    }
}
