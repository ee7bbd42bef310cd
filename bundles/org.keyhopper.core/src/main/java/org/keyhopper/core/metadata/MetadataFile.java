package org.keyhopper.core.metadata;

import java.util.Arrays;
import java.util.Optional;

/**
 * Signed metadata as it was received.
 *
 * @param signed the whole file
 * @param root DER of the root certificate of its signer; empty for the FIDO Alliance's
 */
public record MetadataFile(byte[] signed, Optional<byte[]> root) {

    public MetadataFile {
        signed = signed.clone();
        root = root.map(byte[]::clone);
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
                && Arrays.equals(root.orElse(null), file.root.orElse(null));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signed);
    }
}
