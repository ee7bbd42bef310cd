package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.people.HeldPasskey;
import org.keyhopper.host.internal.output.Output;

/** Prints a user's passkeys. */
record PasskeyLines(Output output) {

    void print(DirectoryUser user, HeldPasskey held) {
        output.printObject(json(user, held));
        output.print("   " + held.passkey().id() + "  " + text(held));
    }

    static String text(HeldPasskey held) {
        String name = held.passkey().displayName().isEmpty()
                ? "unnamed"
                : held.passkey().displayName();
        String created = held.passkey()
                .created()
                .map(when -> ", since " + when.toString().substring(0, 10))
                .orElse("");
        String ours = held.entry().map(PasskeyLines::device).orElse(", registered elsewhere");
        String type = held.passkey().type().map(known -> ", " + word(known)).orElse("");
        return name + created + type + ours;
    }

    private static String device(InventoryEntry entry) {
        return ", provisioned here on a " + entry.model()
                + entry.serial().map(serial -> " " + serial).orElse("") + " for request "
                + entry.recipient().request();
    }

    private static String word(RegisteredPasskey.Type type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject json(DirectoryUser user, HeldPasskey held) {
        JsonObject json = new JsonObject();
        json.addProperty("user", user.userName());
        json.addProperty("passkeyId", held.passkey().id());
        json.addProperty("displayName", held.passkey().displayName());
        held.passkey().created().ifPresent(when -> json.addProperty("created", when.toString()));
        held.passkey().aaguid().ifPresent(model -> json.addProperty("aaguid", model.toString()));
        held.passkey().type().ifPresent(type -> json.addProperty("passkeyType", word(type)));
        json.addProperty("ours", held.entry().isPresent());
        held.entry().ifPresent(entry -> {
            json.addProperty("credentialId", entry.credential().base64Url());
            json.addProperty("model", entry.model());
            json.addProperty("serial", entry.serial().orElse(null));
            json.addProperty("request", entry.recipient().request().value());
        });
        return json;
    }
}
