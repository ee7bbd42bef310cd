package org.keyhopper.central.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;

/** A software authenticator, which makes and signs what the API carries as JSON. */
final class TestDevice {

    private final Authenticator authenticator;

    TestDevice(FidoChannel channel) throws Exception {
        authenticator = Authenticators.factory().open(channel);
    }

    String report() {
        JsonObject options = new JsonObject();
        authenticator.info().options().forEach(options::addProperty);
        JsonObject device = new JsonObject();
        device.addProperty("aaguid", authenticator.info().aaguid().toString());
        device.addProperty("model", "Test key");
        JsonArray versions = new JsonArray();
        authenticator.info().versions().forEach(versions::add);
        device.add("versions", versions);
        device.add("options", options);
        JsonObject body = new JsonObject();
        body.add("device", device);
        return body.toString();
    }

    NewCredential make(JsonObject begun) throws Exception {
        CredentialRequest order = new CredentialRequest(options(begun), EnterpriseAttestation.NOT_WANTED);
        return authenticator
                .credentials()
                .makeCredential(order, Secret.of("123456"), ExchangeControl.within(Deadline.inSeconds(20)));
    }

    static String registration(NewCredential made) {
        JsonObject body = new JsonObject();
        body.addProperty("credentialId", made.id().base64Url());
        body.addProperty("clientDataJSON", text(made.clientDataJson()));
        body.addProperty("attestationObject", text(made.attestationObject()));
        body.addProperty("passkeyName", "Test key");
        return body.toString();
    }

    String proof(JsonObject begun, NewCredential made) throws Exception {
        byte[] clientData = bytes(begun.get("proofClientDataJSON"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(clientData);
        String rpId = options(begun).relyingParty().id();
        Assertion signed = authenticator.credentials().getAssertion(rpId, made.id(), hash, Secret.of("123456"));
        JsonObject body = new JsonObject();
        body.addProperty("credentialId", made.id().base64Url());
        body.addProperty("authenticatorData", text(signed.authenticatorData()));
        body.addProperty("signature", text(signed.signature()));
        return body.toString();
    }

    private static EnrolmentOptions options(JsonObject begun) {
        JsonObject key = begun.getAsJsonObject("publicKey");
        JsonObject rp = key.getAsJsonObject("rp");
        JsonObject user = key.getAsJsonObject("user");
        List<Integer> algorithms = new ArrayList<>();
        key.getAsJsonArray("pubKeyCredParams")
                .forEach(it -> algorithms.add(it.getAsJsonObject().get("alg").getAsInt()));
        List<CredentialId> exclude = new ArrayList<>();
        key.getAsJsonArray("excludeCredentials")
                .forEach(it -> exclude.add(
                        CredentialId.ofBase64Url(it.getAsJsonObject().get("id").getAsString())));
        return new EnrolmentOptions(
                "",
                new EnrolmentOptions.RelyingParty(
                        rp.get("id").getAsString(),
                        rp.get("name").getAsString(),
                        begun.get("origin").getAsString()),
                new EnrolmentOptions.Account(
                        bytes(user.get("id")),
                        user.get("name").getAsString(),
                        user.get("displayName").getAsString()),
                key.get("challenge").getAsString(),
                algorithms,
                exclude,
                EnrolmentOptions.Extensions.NONE,
                EnrolmentOptions.Attestation.DIRECT,
                Instant.parse(begun.get("expires").getAsString()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(JsonElement text) {
        return Base64.getUrlDecoder().decode(text.getAsString());
    }
}
