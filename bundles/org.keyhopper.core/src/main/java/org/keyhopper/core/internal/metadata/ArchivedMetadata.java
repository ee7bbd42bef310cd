package org.keyhopper.core.internal.metadata;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Optional<Set<String>> roots;
    private String version = "";
    private Optional<MetadataFile> file = Optional.empty();
    private Answer<ModelMetadata> read = missing();

    public ArchivedMetadata(MetadataArchive archive, MetadataReader reader) {
        this(archive, reader, Optional.empty());
    }

    /** @param roots the only ones besides that of the FIDO Alliance, by SHA-256; any if empty */
    public ArchivedMetadata(MetadataArchive archive, MetadataReader reader, Optional<Set<String>> roots) {
        this.archive = archive;
        this.reader = reader;
        this.roots = roots;
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
        Optional<byte[]> anchor = root.map(ArchivedMetadata::encoded);
        if (!isAllowed(anchor)) {
            return Answer.failed(Problem.of(MetadataProblem.ROOT_NOT_ALLOWED, name(anchor)));
        }
        Map<String, Integer> editions = highestEditions();
        Answer<ModelMetadata> answer =
                reader.read(signed, root).flatMap(metadata -> notOlder(metadata, editions.get(name(anchor))));
        answer.result().ifPresent(metadata -> {
            editions.put(name(anchor), metadata.edition());
            archive.save(new MetadataFile(signed, anchor, editions));
        });
        return answer.map(ArchivedMetadata::edition);
    }

    /** Returns the highest edition of each root, of which those are kept that are in use no more. */
    private Map<String, Integer> highestEditions() {
        Answer<ModelMetadata> current = models();
        Map<String, Integer> editions =
                new HashMap<>(file.map(MetadataFile::editions).orElse(Map.of()));
        current.result()
                .ifPresent(models -> editions.merge(name(file.orElseThrow().root()), models.edition(), Math::max));
        return editions;
    }

    private static Answer<ModelMetadata> notOlder(ModelMetadata offered, Integer known) {
        return known == null || offered.edition() >= known
                ? Answer.done(offered)
                : Answer.failed(Problem.of(
                        MetadataProblem.OLDER, Integer.toString(offered.edition()), Integer.toString(known)));
    }

    /** Returns the name under which editions of a root are remembered: the SHA-256 of its certificate. */
    private static String name(Optional<byte[]> root) {
        if (root.isEmpty()) {
            return "fido";
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root.get()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private boolean isAllowed(Optional<byte[]> root) {
        return root.isEmpty() || roots.isEmpty() || roots.get().contains(name(root));
    }

    /** A file from before the policy is judged by it, too. */
    private Answer<ModelMetadata> read(MetadataFile kept) {
        if (!isAllowed(kept.root())) {
            return Answer.failed(Problem.of(MetadataProblem.ROOT_NOT_ALLOWED, name(kept.root())));
        }
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
