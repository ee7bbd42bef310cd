package org.keyhopper.core.metadata;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Signed metadata as it was received.
 *
 * @param signed the whole file
 * @param root DER of the root certificate of its signer; empty for the FIDO Alliance's
 * @param editions the highest edition that this station has had from each root, by a name of the root without spaces
 */
public record MetadataFile(byte[] signed, Optional<byte[]> root, Map<String, Integer> editions) {

    public MetadataFile {
        signed = signed.clone();
        root = root.map(byte[]::clone);
        editions = Map.copyOf(editions);
    }

    public MetadataFile(byte[] signed, Optional<byte[]> root) {
        this(signed, root, Map.of());
    }

    @Override
    public byte[] signed() {
        return signed.clone();
    }

    @Override
    public Optional<byte[]> root() {
        return root.map(byte[]::clone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetadataFile file
                && Arrays.equals(signed, file.signed)
                && Arrays.equals(root.orElse(null), file.root.orElse(null))
                && editions.equals(file.editions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signed);
    }
}
