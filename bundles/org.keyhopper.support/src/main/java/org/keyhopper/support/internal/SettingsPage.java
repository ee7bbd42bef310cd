package org.keyhopper.support.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directories: settings with their values, and for secrets only whether they are set. */
public record SettingsPage(Station station, Redaction redaction) {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsPage.class);

    /** A shorter value would match everywhere in a text, and reveals nothing there. */
    private static final int MIN_SECRET_LENGTH = 4;

    public JsonElement tree() {
        JsonArray page = new JsonArray();
        station.directories().accounts().list().forEach(account -> page.add(directory(account)));
        return page;
    }

    private JsonObject directory(DirectoryAccount account) {
        JsonObject json = new JsonObject();
        json.addProperty("name", redaction.text(account.name()));
        json.addProperty("type", account.type());
        List<SettingField> fields = fieldsOf(station, account);
        new TreeMap<>(account.settings().values()).forEach((key, value) -> {
            boolean known = fields.stream().anyMatch(field -> field.key().equals(key) && !field.isSecret());
            json.addProperty(key, known ? redaction.text(value) : Redaction.REMOVED);
        });
        fields.stream()
                .filter(SettingField::isSecret)
                .forEach(field -> json.addProperty(
                        field.key(), secret(station, account, field.key()).isPresent() ? "kept" : "none"));
        return json;
    }

    /** Returns the secrets of all directories for comparison; none if the store cannot read them. */
    public static List<String> secretsOf(Station station) {
        List<String> all = new ArrayList<>();
        for (DirectoryAccount account : station.directories().accounts().list()) {
            for (SettingField field : fieldsOf(station, account)) {
                secret(station, account, field.key())
                        .filter(value -> field.isSecret() && value.length() >= MIN_SECRET_LENGTH)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static List<SettingField> fieldsOf(Station station, DirectoryAccount account) {
        return station.directories().connectors().stream()
                .filter(connector -> connector.type().equals(account.type()))
                .findFirst()
                .map(DirectoryConnector::settings)
                .map(description -> description.fields())
                .orElse(List.of());
    }

    private static Optional<String> secret(Station station, DirectoryAccount account, String key) {
        try (Secret secret =
                station.directories().accounts().secretsOf(account).get(key).orElse(null)) {
            if (secret == null) {
                return Optional.empty();
            }
            char[] characters = secret.toChars();
            String value = new String(characters);
            Arrays.fill(characters, '\0');
            return Optional.of(value);
        } catch (StoreException e) {
            LOG.info(
                    "The secrets of {} cannot be compared with the diagnostic file: {}",
                    account.name(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
