package org.keyhopper.host.internal.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.inventory.InventoryEntry;

/** Writes devices and their content as JSON; missing values are null. */
public final class DeviceJson {

    private DeviceJson() {}

    /** Returns a device as in the list of devices. */
    public static JsonObject of(DeviceFacts facts) {
        LinkDescription link = facts.link();
        JsonObject json = new JsonObject();
        json.addProperty("kind", constant(link.kind()));
        json.addProperty("slot", link.id().slot());
        json.addProperty("model", facts.model());
        add(json, "serial", link.serial());
        facts.info().ifPresent(info -> addInfo(json, info));
        add(json, "holder", facts.known().map(InventoryEntry::holder));
        add(json, "reason", facts.obstacle().map(problem -> problem.code().id()));
        add(json, "message", facts.obstacle().map(ProblemLines::of));
        return json;
    }

    /** Returns a device with everything it reports without its PIN. */
    public static JsonObject of(DeviceDetails details) {
        JsonObject json = of(details.facts());
        json.addProperty("product", details.facts().link().product());
        details.pinRetries().ifPresent(left -> json.addProperty("pinRetries", left));
        json.addProperty("pinBlocked", details.isPinBlocked());
        details.facts().info().ifPresent(info -> addMore(json, info));
        json.addProperty("builtInVerification", constant(details.builtInVerification()));
        json.addProperty("listsCredentials", details.canList());
        JsonArray given = new JsonArray();
        details.entries().forEach(entry -> given.add(of(entry)));
        json.add("given", given);
        return json;
    }

    /** Returns a credential on a device, and its recipient. */
    public static JsonObject of(HeldCredential held) {
        StoredCredential stored = held.stored();
        JsonObject json = new JsonObject();
        json.addProperty("credentialId", stored.id().base64Url());
        json.addProperty("rpId", stored.rpId());
        json.addProperty("userName", stored.userName());
        json.addProperty("displayName", stored.userDisplayName());
        json.add("given", held.entry().map(DeviceJson::of).orElse(null));
        return json;
    }

    /** Returns a problem, and whether the operation may have taken effect all the same. */
    public static JsonObject of(Problem problem, boolean unclear) {
        JsonObject json = new JsonObject();
        json.addProperty("reason", problem.code().id());
        json.addProperty("message", ProblemLines.of(problem));
        json.addProperty("unclear", unclear);
        return json;
    }

    private static JsonObject of(InventoryEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("holder", entry.holder());
        entry.formerHolder().ifPresent(former -> json.addProperty("formerHolder", former));
        json.addProperty("directory", entry.directory());
        json.addProperty("rpId", entry.rpId());
        json.addProperty("state", entry.state().name());
        json.addProperty("since", entry.since().toString());
        return json;
    }

    private static void addInfo(JsonObject json, AuthenticatorInfo info) {
        json.addProperty("aaguid", info.aaguid().toString());
        json.addProperty("pinSet", info.isPinSet());
        json.addProperty("minPinLength", info.pin().minLength());
        json.addProperty("versions", sorted(info.versions()));
        info.limits().remainingDiscoverableCredentials().ifPresent(free -> json.addProperty("freeSlots", free));
    }

    private static void addMore(JsonObject json, AuthenticatorInfo info) {
        json.addProperty("pinChangeForced", info.pin().forcePinChange());
        json.addProperty("maxPinLength", info.pin().maxLength());
        json.addProperty("pinComplexityPolicy", info.pin().complexity().isPresent());
        info.pin()
                .complexity()
                .flatMap(AuthenticatorInfo.PinComplexity::url)
                .ifPresent(url -> json.addProperty("pinComplexityPolicyUrl", url));
        json.addProperty("extensions", sorted(info.extensions()));
        json.addProperty("transports", sorted(info.transports()));
        json.addProperty("resetTransports", sorted(info.reset().transports()));
        json.addProperty("resetByLongTouch", info.reset().longTouch());
        info.firmwareVersion().ifPresent(version -> json.addProperty("firmwareVersion", version));
    }

    private static String sorted(Collection<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }

    private static String constant(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void add(JsonObject json, String key, Optional<String> value) {
        if (value.isPresent()) {
            json.addProperty(key, value.get());
        } else {
            json.add(key, JsonNull.INSTANCE);
        }
    }
}
