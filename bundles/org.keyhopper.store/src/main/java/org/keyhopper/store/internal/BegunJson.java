package org.keyhopper.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;

/** What was begun, as JSON: device, account, options and challenge. */
final class BegunJson {

    private BegunJson() {}

    static JsonObject of(Enrolment.Begun begun) {
        JsonObject object = new JsonObject();
        object.add("device", device(begun.device()));
        begun.user().ifPresent(user -> object.add("user", user(user)));
        begun.options().ifPresent(options -> object.add("options", options(options)));
        object.addProperty("challenge", begun.challenge());
        return object;
    }

    static Enrolment.Begun read(JsonObject object) {
        return new Enrolment.Begun(
                device(object.getAsJsonObject("device")),
                EnrolmentColumns.member(object, "user").map(it -> user(it.getAsJsonObject())),
                EnrolmentColumns.member(object, "options").map(it -> options(it.getAsJsonObject())),
                text(object, "challenge"));
    }

    private static JsonObject device(DeviceReport device) {
        JsonObject object = new JsonObject();
        object.addProperty("aaguid", device.aaguid().toString());
        object.addProperty("model", device.model());
        device.serial().ifPresent(serial -> object.addProperty("serial", serial));
        object.add("versions", array(device.versions()));
        JsonObject options = new JsonObject();
        device.options().forEach(options::addProperty);
        object.add("options", options);
        object.add("algorithms", numbers(device.algorithms()));
        return object;
    }

    private static DeviceReport device(JsonObject object) {
        Map<String, Boolean> options = new HashMap<>();
        object.getAsJsonObject("options").asMap().forEach((name, value) -> options.put(name, value.getAsBoolean()));
        return new DeviceReport(
                UUID.fromString(text(object, "aaguid")),
                text(object, "model"),
                EnrolmentColumns.member(object, "serial").map(JsonElement::getAsString),
                Set.copyOf(list(object, "versions", JsonElement::getAsString)),
                options,
                list(object, "algorithms", JsonElement::getAsInt));
    }

    private static JsonObject user(DirectoryUser user) {
        JsonObject object = new JsonObject();
        object.addProperty("id", user.id());
        object.addProperty("userName", user.userName());
        object.addProperty("displayName", user.displayName());
        object.addProperty("email", user.email());
        object.addProperty("state", user.state().name());
        object.addProperty("kind", user.kind().name());
        return object;
    }

    private static DirectoryUser user(JsonObject object) {
        return new DirectoryUser(
                text(object, "id"),
                text(object, "userName"),
                text(object, "displayName"),
                text(object, "email"),
                DirectoryUser.AccountState.valueOf(text(object, "state")),
                DirectoryUser.Kind.valueOf(text(object, "kind")));
    }

    private static JsonObject options(EnrolmentOptions options) {
        JsonObject object = new JsonObject();
        object.addProperty("enrolmentId", options.enrolmentId());
        object.addProperty("rpId", options.relyingParty().id());
        object.addProperty("rpName", options.relyingParty().name());
        object.addProperty("origin", options.relyingParty().origin());
        object.addProperty("userHandle", EnrolmentColumns.text(options.account().handle()));
        object.addProperty("account", options.account().name());
        object.addProperty("displayName", options.account().displayName());
        object.addProperty("challenge", options.challenge());
        object.add("algorithms", numbers(options.algorithms()));
        object.add(
                "exclude",
                array(options.exclude().stream().map(CredentialId::base64Url).toList()));
        object.addProperty("hmacSecret", options.extensions().hmacSecret());
        options.extensions().credProtect().ifPresent(level -> object.addProperty("credProtect", level));
        object.addProperty("credProtectEnforced", options.extensions().credProtectEnforced());
        object.addProperty("attestation", options.attestation().name());
        object.addProperty("expires", options.expires().toString());
        return object;
    }

    private static EnrolmentOptions options(JsonObject object) {
        Optional<Integer> credProtect =
                EnrolmentColumns.member(object, "credProtect").map(JsonElement::getAsInt);
        return new EnrolmentOptions(
                text(object, "enrolmentId"),
                new EnrolmentOptions.RelyingParty(text(object, "rpId"), text(object, "rpName"), text(object, "origin")),
                new EnrolmentOptions.Account(
                        EnrolmentColumns.bytes(object.get("userHandle")),
                        text(object, "account"),
                        text(object, "displayName")),
                text(object, "challenge"),
                list(object, "algorithms", JsonElement::getAsInt),
                list(object, "exclude", it -> CredentialId.ofBase64Url(it.getAsString())),
                new EnrolmentOptions.Extensions(
                        object.get("hmacSecret").getAsBoolean(),
                        credProtect.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        object.get("credProtectEnforced").getAsBoolean()),
                EnrolmentOptions.Attestation.valueOf(text(object, "attestation")),
                Instant.parse(text(object, "expires")));
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static <T> List<T> list(JsonObject object, String name, Function<JsonElement, T> reading) {
        List<T> list = new ArrayList<>();
        object.getAsJsonArray(name).forEach(element -> list.add(reading.apply(element)));
        return list;
    }

    private static JsonArray array(Iterable<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static JsonArray numbers(List<Integer> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }
}
