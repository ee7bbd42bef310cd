package org.keyhopper.core.internal.metadata;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.metadata.MetadataEdition;
import org.keyhopper.core.metadata.MetadataFile;
import org.keyhopper.core.metadata.StationMetadata;
import org.keyhopper.fido.MetadataReader;
import org.keyhopper.fido.ModelMetadata;

/** Reads the archived file again only when it was replaced, which another process may have done. */
public final class ArchivedMetadata implements StationMetadata {

    private final MetadataArchive archive;
    private final MetadataReader reader;
    private String version = "";
    private Optional<MetadataFile> file = Optional.empty();
    private Answer<ModelMetadata> read = missing();

    public ArchivedMetadata(MetadataArchive archive, MetadataReader reader) {
        this.archive = archive;
        this.reader = reader;
    }

    @Override
    public Answer<MetadataEdition> current() {
        return models().map(ArchivedMetadata::edition);
    }

    /** Returns the metadata, or why there is none. */
    public synchronized Answer<ModelMetadata> models() {
        String now = archive.version();
        if (!now.equals(version)) {
            Optional<MetadataFile> kept = archive.load();
            read = kept.map(this::read).orElseGet(ArchivedMetadata::missing);
            file = kept;
            version = now;
        }
        return read;
    }

    /** Returns the name of a model in the metadata. */
    public Optional<String> nameOf(UUID aaguid) {
        return models().result().flatMap(models -> models.nameOf(aaguid));
    }

    @Override
    public synchronized Answer<MetadataEdition> install(byte[] signed, Optional<X509Certificate> root) {
        MetadataFile offered = new MetadataFile(signed, root.map(ArchivedMetadata::encoded));
        Answer<ModelMetadata> answer = reader.read(signed, root).flatMap(metadata -> notOlder(metadata, offered));
        if (answer.result().isPresent()) {
            archive.save(offered);
        }
        return answer.map(ArchivedMetadata::edition);
    }

    private Answer<ModelMetadata> notOlder(ModelMetadata offered, MetadataFile from) {
        Optional<Integer> known = models().result()
                .filter(kept -> hasSameRoot(from))
                .map(ModelMetadata::edition)
                .filter(edition -> edition > offered.edition());
        return known.isEmpty()
                ? Answer.done(offered)
                : Answer.failed(Problem.of(
                        MetadataProblem.OLDER,
                        Integer.toString(offered.edition()),
                        known.get().toString()));
    }

    private boolean hasSameRoot(MetadataFile other) {
        return file.filter(kept ->
                        Arrays.equals(kept.root().orElse(null), other.root().orElse(null)))
                .isPresent();
    }

    private Answer<ModelMetadata> read(MetadataFile kept) {
        try {
            Optional<X509Certificate> root = Optional.empty();
            if (kept.root().isPresent()) {
                root = Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(kept.root().get())));
            }
            return reader.read(kept.signed(), root);
        } catch (CertificateException e) {
            return Answer.failed(Problem.of(MetadataProblem.UNREADABLE).withDetail(e.getMessage()));
        }
    }

    private static MetadataEdition edition(ModelMetadata metadata) {
        return new MetadataEdition(metadata.edition(), metadata.models(), metadata.nextUpdate());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer<ModelMetadata> missing() {
        return Answer.failed(Problem.of(MetadataProblem.MISSING));
    }
}
