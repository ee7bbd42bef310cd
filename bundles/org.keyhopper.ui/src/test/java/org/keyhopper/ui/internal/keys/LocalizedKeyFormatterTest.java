package org.keyhopper.ui.internal.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.keyhopper.ui.model.Messages;

@DisabledOnOs(value = OS.MAC, disabledReason = "JFace prints the symbols of the platform there")
class LocalizedKeyFormatterTest {

    private static String print(Locale locale, String keys) throws Exception {
        return LocalizedKeyFormatter.in(Messages.in(locale)).format(KeySequence.getInstance(keys));
    }

    @Test
    void keysHaveTheNamesOfTheLanguage() throws Exception {
        assertEquals("Ctrl+F", print(Locale.ENGLISH, "CTRL+F"));
        assertEquals("Strg+F", print(Locale.GERMAN, "CTRL+F"));
        assertEquals("Umsch+F8", print(Locale.GERMAN, "SHIFT+F8"));
        assertEquals("Strg+Alt+Umsch+Entf", print(Locale.GERMAN, "SHIFT+ALT+CTRL+DEL"));
    }
}
