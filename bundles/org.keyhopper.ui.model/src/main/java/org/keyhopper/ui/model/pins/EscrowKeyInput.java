package org.keyhopper.ui.model.pins;

import java.nio.file.Path;
import org.keyhopper.api.settings.Secret;

/**
 * The private key of an escrow key, and why PINs are released with it.
 *
 * @param file PKCS#12
 * @param password of the file; closed with this
 */
public record EscrowKeyInput(Path file, Secret password, String reason) implements AutoCloseable {
    @Override
    public void close() {
        password.close();
    }
}
