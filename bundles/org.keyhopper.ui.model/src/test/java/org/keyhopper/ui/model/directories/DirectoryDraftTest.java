package org.keyhopper.ui.model.directories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;

class DirectoryDraftTest {

    @Test
    void anAddressWithoutASchemeIsOneForHttps() {
        SettingField url = SettingField.optional("orgUrl", SettingField.Kind.URL, "");
        DirectoryDraft draft = draft(url, "contoso.okta.com");
        assertEquals("https://contoso.okta.com", draft.account().settings().get("orgUrl", ""));
        assertEquals(
                "http://localhost:1",
                draft(url, "http://localhost:1").settings().get("orgUrl", ""));
        assertEquals("", draft(url, " ").settings().get("orgUrl", ""));
    }

    private DirectoryDraft draft(SettingField field, String value) {
        DirectoryConnector connector = new DirectoryConnector() {
            @Override
            public String type() {
                return "made-up";
            }

            @Override
            public String displayName() {
                return "Made up";
            }

            @Override
            public SettingsDescription settings() {
                return new SettingsDescription(List.of(field));
            }

            @Override
            public List<Problem> check(Settings settings, Secrets secrets) {
                return List.of();
            }

            @Override
            public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
                throw new UnsupportedOperationException();
            }
        };
        return new DirectoryDraft(
                Optional.empty(), "made up", connector, new HashMap<>(Map.of(field.key(), value)), null);
    }
}
