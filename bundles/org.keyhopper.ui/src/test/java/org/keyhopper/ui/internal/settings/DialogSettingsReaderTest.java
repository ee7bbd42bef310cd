package org.keyhopper.ui.internal.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogSettingsReaderTest {

    @Test
    void whatWasSavedIsReadAgain() throws IOException {
        DialogSettings settings = new DialogSettings("views");
        settings.put("title", "a < b & \"c\"\n é 😀");
        IDialogSettings people = settings.addNewSection("people");
        people.put("sort", "name");
        people.put("hidden", new String[] {"email", ""});
        people.put("none", new String[0]);
        people.addNewSection("inner").put("width", 120);
        settings.addNewSection("empty");

        DialogSettings read = read(saved(settings));
        assertEquals(saved(settings), saved(read));
        assertEquals("a < b & \"c\"\n é 😀", read.get("title"));
        assertArrayEquals(new String[] {"email", ""}, read.getSection("people").getArray("hidden"));
        assertEquals(120, read.getSection("people").getSection("inner").getInt("width"));
    }

    @Test
    void whatALaterVersionAddsIsIgnored() throws IOException {
        DialogSettings read =
                read("<section name='views'><colour value='red' key='a'/><item value='v' key='b'/></section>");
        assertEquals("v", read.get("b"));
        assertEquals(null, read.get("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<section name='views'>",
                "sort=name",
                "<!DOCTYPE section [<!ENTITY e SYSTEM 'file:/etc/passwd'>]><section name='views'>&e;</section>"
            })
    void otherTextIsRefused(String text) {
        assertThrows(IOException.class, () -> read(text));
    }

    private static DialogSettings read(String xml) throws IOException {
        return DialogSettingsReader.read(xml, "views");
    }

    private static String saved(DialogSettings settings) throws IOException {
        StringWriter written = new StringWriter();
        settings.save(written);
        return written.toString();
    }
}
