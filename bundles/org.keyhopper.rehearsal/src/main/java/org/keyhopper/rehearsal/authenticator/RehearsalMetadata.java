package org.keyhopper.rehearsal.authenticator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationIssuer;
import org.keyhopper.rehearsal.authenticator.internal.attestation.AttestationLeaf;

/** Metadata of simulated models, signed as by the FIDO Metadata Service (version 3.1 section 3.1.7). */
public final class RehearsalMetadata {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final int edition;
    private final LocalDate nextUpdate;
    private final List<JsonObject> entries = new ArrayList<>();

    public RehearsalMetadata(int edition, LocalDate nextUpdate) {
        this.edition = edition;
        this.nextUpdate = nextUpdate;
    }

    /** Adds a model whose attestation root is {@code root}, with the given status reports. */
    public RehearsalMetadata model(UUID aaguid, X509Certificate root, String... reports) {
        JsonArray roots = new JsonArray();
        roots.add(Base64.getEncoder().encodeToString(encoded(root)));
        return add(aaguid, roots, "basic_full", reports);
    }

    /** Sets what the model added last can do (authenticatorGetInfo). */
    public RehearsalMetadata describe(JsonObject info) {
        entries.getLast().getAsJsonObject("metadataStatement").add("authenticatorGetInfo", info);
        return this;
    }

    /** Sets the day on which the status of the model added last changed. */
    public RehearsalMetadata changed(LocalDate day) {
        entries.getLast().addProperty("timeOfLastStatusChange", day.toString());
        return this;
    }

    /** Adds a model with surrogate basic attestation. */
    public RehearsalMetadata selfSigned(UUID aaguid) {
        return add(aaguid, new JsonArray(), "basic_surrogate");
    }

    /** Returns the BLOB, signed by a certificate below {@link SoftwareAuthenticator#attestationRoot()}. */
    public String signed() {
        JsonObject payload = new JsonObject();
        payload.addProperty("legalHeader", "For rehearsals only.");
        payload.addProperty("no", edition);
        payload.addProperty("nextUpdate", nextUpdate.toString());
        JsonArray all = new JsonArray();
        entries.forEach(all::add);
        payload.add("entries", all);
        AttestationLeaf signer = AttestationIssuer.metadataSigner();
        String content = part(header(signer)) + "." + part(payload);
        return content + "." + BASE64URL.encodeToString(signature(signer, content));
    }

    private RehearsalMetadata add(UUID aaguid, JsonArray roots, String attestation, String... reports) {
        JsonArray attestations = new JsonArray();
        attestations.add(attestation);
        JsonObject statement = new JsonObject();
        statement.addProperty("description", "Rehearsal model " + aaguid);
        statement.addProperty("aaguid", aaguid.toString());
        statement.add("attestationTypes", attestations);
        statement.add("attestationRootCertificates", roots);
        JsonObject entry = new JsonObject();
        entry.addProperty("aaguid", aaguid.toString());
        entry.add("metadataStatement", statement);
        entry.add("statusReports", reports(reports));
        entries.add(entry);
        return this;
    }

    private static JsonArray reports(String... words) {
        JsonArray reports = new JsonArray();
        for (String word : words) {
            JsonObject report = new JsonObject();
            report.addProperty("status", word);
            report.addProperty("effectiveDate", "2026-01-01");
            reports.add(report);
        }
        return reports;
    }

    private static JsonObject header(AttestationLeaf signer) {
        JsonArray chain = new JsonArray();
        chain.add(Base64.getEncoder().encodeToString(encoded(signer.certificate())));
        JsonObject header = new JsonObject();
        header.addProperty("alg", "ES256");
        header.addProperty("typ", "JWT");
        header.add("x5c", chain);
        return header;
    }

    private static String part(JsonObject json) {
        return BASE64URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] signature(AttestationLeaf signer, String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(signer.key());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
