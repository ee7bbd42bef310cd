package org.keyhopper.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.SettingField;

class SettingTextsTest {

    private static final SettingField TENANT =
            SettingField.required("tenant", SettingField.Kind.TEXT, "Tenant", "An id");

    private final SettingTexts german = SettingTexts.in(Locale.GERMAN);

    @Test
    void fieldIsTranslated() {
        SettingField field = german.of("entra", TENANT);
        assertEquals("Mandant", field.label());
        assertEquals(TENANT.key(), field.key());
        assertEquals(TENANT.need(), field.need());
        assertEquals(
                "Tenant", SettingTexts.in(Locale.FRENCH).of("entra", TENANT).label());
    }

    @Test
    void connectorsOwnTextIsTheFallback() {
        assertEquals(TENANT, german.of("acme", TENANT));
        assertEquals("Weather", german.subject(Finding.good("Weather")));
    }

    @Test
    void subjectIsTranslated() {
        assertEquals("Recht, Gruppen zu lesen", german.subject(Finding.good("Permission to read groups")));
        assertEquals(
                "Token und Recht, Personen zu lesen",
                german.subject(Finding.good("Token, and permission to read people")));
    }
}
