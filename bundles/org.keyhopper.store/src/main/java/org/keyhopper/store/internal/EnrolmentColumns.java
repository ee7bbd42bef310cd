package org.keyhopper.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** An enrolment as columns; what was begun and made as JSON, since it is only read as a whole. Nothing of it is secret. */
final class EnrolmentColumns {

    private EnrolmentColumns() {}

    static Enrolment read(Row row) throws SQLException {
        return new Enrolment(
                row.longNumber("claim"),
                new RecipientId(new RequestId(row.text("request")), row.number("position")),
                row.text("directory"),
                row.text("station"),
                row.constant(Enrolment.State.class, "state"),
                row.maybe("begun").map(EnrolmentColumns::object).map(BegunJson::read),
                row.maybe("made").map(EnrolmentColumns::object).map(EnrolmentColumns::made),
                row.maybe("passkey"));
    }

    static String of(Enrolment.Begun begun) {
        return BegunJson.of(begun).toString();
    }

    static String of(Enrolment.Made made) {
        JsonObject object = new JsonObject();
        object.addProperty("credentialId", made.credential().id().base64Url());
        object.addProperty("clientDataJSON", text(made.credential().clientDataJson()));
        object.addProperty("attestationObject", text(made.credential().attestationObject()));
        JsonArray transports = new JsonArray();
        made.credential().transports().forEach(transports::add);
        object.add("transports", transports);
        object.addProperty("name", made.name());
        return object.toString();
    }

    private static Enrolment.Made made(JsonObject object) {
        NewCredential credential = new NewCredential(
                CredentialId.ofBase64Url(object.get("credentialId").getAsString()),
                bytes(object.get("clientDataJSON")),
                bytes(object.get("attestationObject")),
                object.getAsJsonArray("transports").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList());
        return new Enrolment.Made(credential, object.get("name").getAsString());
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(JsonElement text) {
        return Base64.getUrlDecoder().decode(text.getAsString());
    }

    static Optional<JsonElement> member(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isJsonNull());
    }
}
