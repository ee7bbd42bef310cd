package org.keyhopper.documents;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.documents.internal.DocumentFaultException;
import org.keyhopper.documents.internal.ProfileJsonReader;

/**
 * Reads and writes a profile as JSON. Missing members default to those of {@link Profile#DEFAULT}; an unknown member
 * is a fault, so that a misspelt requirement is never ignored.
 *
 * <pre>
 * {"pin": {"rule": "random", "length": 6}, "minimumPinLength": 6, "forcePinChange": true, "alwaysUv": false,
 *  "enterpriseAttestation": false, "provenMaker": false, "unsupported": "leaveOut", "deviceName": "{model} {serial}",
 *  "allowedAaguids": ["…"], "minPinLengthRpIds": ["login.microsoft.com"]}
 * </pre>
 */
public final class ProfileJson {

    private ProfileJson() {}

    public static ReadResult<Profile> read(String text) {
        try {
            Profile profile = new ProfileJsonReader(text).profile();
            return new ReadResult.Success<>(profile, warnings(profile));
        } catch (DocumentFaultException e) {
            return new ReadResult.Failure<>(List.of(e.fault()));
        }
    }

    public static String write(Profile profile) {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(tree(profile));
    }

    /** Returns the profile as a JSON object for embedding. */
    static JsonObject tree(Profile profile) {
        JsonObject json = new JsonObject();
        json.add("pin", tree(profile.pin()));
        profile.minimumPinLength().ifPresent(length -> json.addProperty("minimumPinLength", length));
        json.addProperty("forcePinChange", profile.wants(Profile.Option.FORCE_PIN_CHANGE));
        json.addProperty("alwaysUv", profile.wants(Profile.Option.ALWAYS_UV));
        json.addProperty("enterpriseAttestation", profile.wants(Profile.Option.ENTERPRISE_ATTESTATION));
        json.addProperty("provenMaker", profile.wants(Profile.Option.PROVEN_MAKER));
        json.addProperty("unsupported", profile.unsupported() == Profile.Unsupported.REFUSE ? "refuse" : "leaveOut");
        json.addProperty("deviceName", profile.deviceName());
        JsonArray aaguids = new JsonArray();
        profile.allowedAaguids().stream().map(Object::toString).sorted().forEach(aaguids::add);
        json.add("allowedAaguids", aaguids);
        JsonArray rpIds = new JsonArray();
        profile.minPinLengthRpIds().stream().sorted().forEach(rpIds::add);
        if (!rpIds.isEmpty()) {
            json.add("minPinLengthRpIds", rpIds);
        }
        return json;
    }

    private static JsonObject tree(PinRule rule) {
        JsonObject json = new JsonObject();
        switch (rule) {
            case PinRule.Random(int length) -> {
                json.addProperty("rule", "random");
                json.addProperty("length", length);
            }
            case PinRule.Entered entered -> json.addProperty("rule", "entered");
            case PinRule.Keep keep -> json.addProperty("rule", "keep");
        }
        return json;
    }

    private static List<String> warnings(Profile profile) {
        return profile.pin() instanceof PinRule.Random(int length)
                        && profile.minimumPinLength().orElse(0) > length
                ? List.of("The random PIN of " + length + " digits is shorter than the minimum PIN length of "
                        + profile.minimumPinLength().getAsInt() + ".")
                : List.of();
    }
}
