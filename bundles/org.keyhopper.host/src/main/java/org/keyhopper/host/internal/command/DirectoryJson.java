package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.Map;
import org.keyhopper.core.directory.DirectoryAccount;

/** Writes configured directories as JSON, without secrets. */
final class DirectoryJson {

    private DirectoryJson() {}

    static JsonObject of(DirectoryAccount account) {
        JsonObject json = new JsonObject();
        json.addProperty("name", account.name());
        json.addProperty("type", account.type());
        JsonObject settings = new JsonObject();
        account.settings().values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> settings.addProperty(entry.getKey(), entry.getValue()));
        json.add("settings", settings);
        return json;
    }
}
