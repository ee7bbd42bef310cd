package org.keyhopper.central.server.internal.licence;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.licence.Licence;
import org.keyhopper.central.licence.LicenceFile;
import org.keyhopper.central.problem.CentralProblem;

/**
 * A licence as compact JWS (RFC 7515) with ES256, verified without a network. The key of the distributor is a resource of
 * the build, {@code /licence-key.json}, a JWK; the community's build has none, and needs no licence.
 *
 * @param key of the distributor
 * @param file of the configuration
 */
public record SignedLicence(Optional<ECKey> key, Optional<Path> file) implements LicenceFile {

    private static final JOSEObjectType TYPE = new JOSEObjectType("keyhopper-licence");
    private static final String KEY = "/licence-key.json";

    /** Returns the licence of this build. */
    public static SignedLicence of(Optional<Path> file) {
        try (InputStream in = SignedLicence.class.getResourceAsStream(KEY)) {
            Optional<ECKey> key = in == null
                    ? Optional.empty()
                    : Optional.of(ECKey.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            return new SignedLicence(key, file);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the distributor's key is damaged", e);
        }
    }

    @Override
    public boolean isRequired() {
        return key.isPresent();
    }

    @Override
    public Answer<Licence> read() {
        if (file.isEmpty()) {
            return Answer.failed(Problem.of(CentralProblem.LICENCE_MISSING));
        }
        try {
            JWSObject signed = JWSObject.parse(
                    Files.readString(file.get(), StandardCharsets.US_ASCII).strip());
            boolean valid = JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
                    && TYPE.equals(signed.getHeader().getType())
                    && signed.verify(new ECDSAVerifier(key.orElseThrow().toECPublicKey()));
            return valid ? Answer.done(licence(signed.getPayload().toString())) : invalid("signature");
        } catch (NoSuchFileException e) {
            return Answer.failed(Problem.of(CentralProblem.LICENCE_MISSING));
        } catch (IOException | ParseException | JOSEException | RuntimeException e) {
            return invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Answer<Licence> invalid(String reason) {
        return Answer.failed(Problem.of(CentralProblem.LICENCE_INVALID).withDetail(reason));
    }

    /** Throws some RuntimeException if a member is missing or has the wrong form. */
    private static Licence licence(String json) {
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        Set<String> features = new HashSet<>();
        if (object.has("features")) {
            object.getAsJsonArray("features").forEach(feature -> features.add(feature.getAsString()));
        }
        return new Licence(
                object.get("holder").getAsString(),
                LocalDate.parse(object.get("from").getAsString()),
                LocalDate.parse(object.get("until").getAsString()),
                object.has("devicesPerYear")
                        ? OptionalInt.of(object.get("devicesPerYear").getAsInt())
                        : OptionalInt.empty(),
                features);
    }
}
