package org.keyhopper.core.fake;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.MetadataReader;
import org.keyhopper.fido.ModelMetadata;

/** Metadata whose files hold just the number of an edition; its content is set by the test. */
public final class FakeMetadata implements MetadataReader {

    public final Set<UUID> known = new HashSet<>();
    public boolean provesMakers = true;
    public Optional<Problem> certification = Optional.empty();
    public Optional<LocalDate> statusChanged = Optional.empty();
    public LocalDate nextUpdate = LocalDate.EPOCH;
    public int reads;

    @Override
    public Answer<ModelMetadata> read(byte[] file, Optional<X509Certificate> root) {
        reads++;
        try {
            return Answer.done(new Edition(Integer.parseInt(new String(file, StandardCharsets.US_ASCII))));
        } catch (NumberFormatException e) {
            return Answer.failed(Problem.of(MetadataProblem.UNREADABLE));
        }
    }

    private final class Edition implements ModelMetadata {

        private final int number;

        private Edition(int number) {
            this.number = number;
        }

        @Override
        public int edition() {
            return number;
        }

        @Override
        public LocalDate nextUpdate() {
            return nextUpdate;
        }

        @Override
        public int models() {
            return known.size();
        }

        @Override
        public Optional<String> nameOf(UUID aaguid) {
            return Optional.of("Model of the metadata").filter(name -> known.contains(aaguid));
        }

        @Override
        public Optional<Problem> checkModel(UUID aaguid) {
            return known.contains(aaguid)
                    ? Optional.empty()
                    : Optional.of(Problem.of(MetadataProblem.MODEL_UNKNOWN, aaguid.toString()));
        }

        @Override
        public Optional<Problem> checkCertified(UUID aaguid) {
            return checkModel(aaguid).or(() -> certification);
        }

        @Override
        public Optional<LocalDate> statusChanged(UUID aaguid) {
            return statusChanged;
        }

        @Override
        public Optional<Problem> checkMaker(NewCredential credential) {
            return provesMakers ? Optional.empty() : Optional.of(Problem.of(MetadataProblem.MAKER_NOT_PROVEN, "Fake"));
        }
    }
}
