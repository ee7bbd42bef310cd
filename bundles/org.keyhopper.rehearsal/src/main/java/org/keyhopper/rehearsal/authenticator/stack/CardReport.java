package org.keyhopper.rehearsal.authenticator.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.CommandLog;
import org.keyhopper.rehearsal.authenticator.model.AuthenticatorState;
import org.keyhopper.rehearsal.authenticator.model.Credential;

/** Describes a card without revealing secrets. */
public final class CardReport {
    private CardReport() {}

    /** Returns the state and command log of a card. */
    public static JsonObject of(Card card) {
        return card.inspect(state -> of(card, state));
    }

    private static JsonObject of(Card card, AuthenticatorState state) {
        JsonObject json = new JsonObject();
        json.addProperty("serial", card.serial());
        json.addProperty("personality", card.personality().name());
        json.addProperty("aaguid", card.personality().identity().aaguid().toString());
        json.addProperty("pinSet", state.pin().isSet());
        json.addProperty("pinRetries", state.pin().retries());
        json.addProperty("minPinLength", state.pin().minLength());
        json.addProperty("pinChangeForced", state.pin().changeForced());
        json.addProperty("alwaysUv", state.alwaysUv());
        json.addProperty("enterpriseAttestation", state.enterpriseEnabled());
        json.addProperty("resets", state.resets());
        json.addProperty("dead", card.isDead());
        json.addProperty("apdus", card.apdus());
        json.addProperty("busyMicros", card.log().time().toNanos() / 1000);
        json.add("credentials", credentials(state));
        json.add("commands", commands(card.log()));
        return json;
    }

    private static JsonArray credentials(AuthenticatorState state) {
        JsonArray all = new JsonArray();
        state.credentials().forEach(each -> all.add(credential(each)));
        return all;
    }

    private static JsonObject credential(Credential credential) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        JsonObject json = new JsonObject();
        json.addProperty("id", base64.encodeToString(credential.id()));
        json.addProperty("rpId", credential.relyingParty().id());
        json.addProperty("userId", base64.encodeToString(credential.user().id()));
        credential.user().name().ifPresent(name -> json.addProperty("userName", name));
        json.addProperty("discoverable", credential.discoverable());
        json.addProperty("credProtect", credential.protection());
        json.addProperty("publicKey", base64.encodeToString(credential.key().publicKey()));
        return json;
    }

    private static JsonArray commands(CommandLog log) {
        JsonArray all = new JsonArray();
        log.entries().forEach(entry -> all.add("%02X:%02X".formatted(entry.command(), entry.status())));
        return all;
    }
}
