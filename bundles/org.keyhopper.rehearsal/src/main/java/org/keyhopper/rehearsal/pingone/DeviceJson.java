package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import org.keyhopper.rehearsal.sandbox.Enrolled;
import org.keyhopper.rehearsal.sandbox.Json;

/** A device, as PingOne shows it: without credential id and key. */
final class DeviceJson {

    private DeviceJson() {}

    static JsonObject of(Enrolled device) {
        return Json.object(
                "id", device.id(),
                "type", "FIDO2",
                "status", device.active().isPresent() ? "ACTIVE" : "ACTIVATION_REQUIRED",
                "nickname", device.nickname().orElse(null),
                "displayName", "Security key",
                "createdAt", device.created(),
                "updatedAt", device.created(),
                "rp", PingOnePolicies.relyingParty(),
                "user", Json.object("id", device.userId()));
    }

    /** Returns what the admin pages show besides. */
    static JsonObject state(Enrolled device) {
        JsonObject json = of(device);
        device.active().ifPresent(one -> {
            json.addProperty("credentialId", one.credentialId().base64Url());
            one.key().addTo(json);
        });
        return json;
    }
}
