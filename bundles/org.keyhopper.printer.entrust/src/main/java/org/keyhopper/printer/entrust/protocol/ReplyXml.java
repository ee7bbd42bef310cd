package org.keyhopper.printer.entrust.protocol;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.keyhopper.printer.entrust.status.JobReply;
import org.keyhopper.printer.entrust.status.JobState;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the replies of the driver. */
public final class ReplyXml {

    private static final String STATUS = "PrinterStatus";

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

    /** Reads the reply to most requests. */
    static JobReply jobReply(String xml) throws IOException {
        ReplyXml reply = parse(xml);
        if (!reply.root.getTagName().equals(STATUS)) {
            throw new IOException("expected " + STATUS + ", found " + reply.root.getTagName());
        }
        return new JobReply(
                reply.number("PrinterJobID"),
                reply.number("ErrorCode"),
                reply.number("ErrorSeverity"),
                reply.text("ErrorString").orElse(""));
    }

    /** Reads the reply to {@link EntrustProtocol#jobStatus}. */
    static JobState jobState(String xml) throws IOException {
        return JobState.of(parse(xml).text("JobState").orElse(""))
                .orElseThrow(() -> new IOException("unknown job state: " + xml));
    }

    /** Returns the stripped text of the first element of this name; empty if there is none. */
    public Optional<String> text(String element) {
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
