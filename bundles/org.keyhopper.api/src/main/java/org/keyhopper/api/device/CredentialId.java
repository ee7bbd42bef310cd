package org.keyhopper.api.device;

import java.util.Arrays;
import java.util.Base64;

/** A WebAuthn credential id: 1 to 1023 opaque bytes (WebAuthn level 3, section 4). Equality is by content. */
public final class CredentialId {

    private static final int LONGEST = 1023;

    private final byte[] bytes;

    private CredentialId(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > LONGEST) {
            throw new IllegalArgumentException("credential id of " + bytes.length + " bytes");
        }
        this.bytes = bytes;
    }

    public static CredentialId of(byte[] bytes) {
        return new CredentialId(bytes.clone());
    }

    /** Decodes strict base64url without padding, the format of {@link #base64Url()}. */
    public static CredentialId ofBase64Url(String text) {
        return new CredentialId(Base64.getUrlDecoder().decode(text));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    public String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialId id && Arrays.equals(bytes, id.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64Url();
    }
}
