package org.keyhopper.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.SettingField;

class SettingTextsTest {

    private static final SettingField TENANT = SettingField.required("tenant", SettingField.Kind.TEXT);
    private static final SettingField REJECT = SettingField.required("reject", SettingField.Kind.TEXT);

    @TempDir
    private Path folder;

    private WrittenFiles files;

    @BeforeEach
    void installConnectors() throws IOException {
        files = new WrittenFiles(folder);
        files.write(
                "entra",
                "keyhopper.properties",
                "entra.tenant.label = Tenant",
                "entra.tenant.help = The tenant''s id",
                "finding.entra.cloud = Cloud");
        files.write("entra", "keyhopper_de.properties", "entra.tenant.label = Mandant");
        files.write("support", "keyhopper.properties", "setting.reject.label = Reject tray");
    }

    private SettingTexts in(Locale locale) {
        return SettingTexts.in(locale, files);
    }

    @Test
    void fieldIsTranslatedByItsConnector() {
        assertEquals("Mandant", in(Locale.GERMANY).label("entra", TENANT));
        assertEquals("Tenant", in(Locale.FRENCH).label("entra", TENANT));
        assertEquals("The tenant's id", in(Locale.GERMANY).help("entra", TENANT));
    }

    @Test
    void sharedFieldHasTheTextOfTheSupport() {
        assertEquals("Reject tray", in(Locale.ENGLISH).label("acme", REJECT));
    }

    @Test
    void keyIsTheFallback() {
        assertEquals("tenant", in(Locale.ENGLISH).label("acme", TENANT));
        assertEquals("", in(Locale.ENGLISH).help("acme", TENANT));
        assertEquals("weather", in(Locale.ENGLISH).subject(Finding.good("weather")));
    }

    @Test
    void subjectOfAFinding() {
        assertEquals("Cloud", in(Locale.ENGLISH).subject(Finding.good("entra.cloud")));
    }
}
