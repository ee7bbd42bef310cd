package org.keyhopper.update.internal.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.osgi.framework.Bundle;

/** The Ed25519 keys (RFC 8032) whose signatures are accepted: those in the folder {@code trust} of this bundle. */
public final class TrustedKeys {

    /** The public half of the key in {@code releng/tools/signing}, whose private half everybody has. */
    private static final String DEVELOPMENT = "MCowBQYDK2VwAyEAp50GV1TGdLGEVqaVkI5Ji9RThOHk7Igeijp3eNXxKJU=";

    private final List<PublicKey> keys;

    public TrustedKeys(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Returns whether the key of development is trusted, so that anybody can sign for this product. */
    public boolean isDevelopment() {
        return keys.stream()
                .anyMatch(key -> DEVELOPMENT.equals(Base64.getEncoder().encodeToString(key.getEncoded())));
    }

    public static TrustedKeys of(Bundle bundle) {
        List<PublicKey> keys = new ArrayList<>();
        for (URL file : Collections.list(bundle.findEntries("trust", "*.pem", false))) {
            try (InputStream in = file.openStream()) {
                keys.add(key(new String(in.readAllBytes(), StandardCharsets.US_ASCII)));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("The trusted key " + file + " cannot be read", e);
            }
        }
        return new TrustedKeys(keys);
    }

    /** Parses a public key in PEM format. */
    static PublicKey key(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /** Returns whether the signature, of 64 bytes, was made over the content with one of the keys. */
    public boolean signed(byte[] content, byte[] signature) {
        return keys.stream().anyMatch(key -> signed(key, content, signature));
    }

    private static boolean signed(PublicKey key, byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // Malformed signature.
            return false;
        }
    }
}
