package org.keyhopper.ui.internal.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.keyhopper.ui.model.Messages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the application model names exists: classes, messages, and the texts that the list of shortcuts shows. */
class ModelFragmentTest {

    private static final Path MODEL = Path.of("src/main/resources/fragments/desk.e4xmi");
    private static final String COMMAND = "_command.";

    private static List<Element> elements() throws Exception {
        Document model =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(MODEL.toFile());
        NodeList all = model.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        assertTrue(elements.size() > 80, () -> elements.size() + " elements");
        return elements;
    }

    @Test
    void everyClassExists() throws Exception {
        List<String> missing = elements().stream()
                .map(element -> element.getAttribute("contributionURI"))
                .filter(address -> !address.isEmpty())
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .filter(name -> getClass().getClassLoader().getResource(name.replace('.', '/') + ".class") == null)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyLabelIsAMessage() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Element element : elements()) {
            for (String name : List.of("label", "commandName")) {
                String label = element.getAttribute(name);
                if (!label.isEmpty()) {
                    check(label.substring(1), missing);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyShortcutHasATextInTheList() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Element binding : elements()) {
            if (!binding.getAttribute("keySequence").isEmpty()) {
                NodeList parameters = binding.getElementsByTagName("parameters");
                String value = parameters.getLength() == 0
                        ? ""
                        : "." + ((Element) parameters.item(0)).getAttribute("value");
                check("command." + binding.getAttribute("command").substring(COMMAND.length()) + value, missing);
            }
        }
        assertEquals(List.of(), missing);
    }

    private static void check(String key, List<String> missing) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            try {
                Messages.in(locale).text(key);
            } catch (MissingResourceException e) {
                missing.add(locale + " " + key);
            }
        }
    }
}
