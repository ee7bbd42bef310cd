package org.keyhopper.central.server.internal.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.store.CentralLocation;

/**
 * The configuration of a server.
 *
 * @param data the folder of Central's files
 * @param database {@code postgresql://USER@HOST/NAME}; empty for a file in the data folder
 * @param host the address to listen on
 * @param port 0 for a free one
 * @param publicUrl how stations reach the server: scheme, host and port, without a path
 * @param tls certificate and key; empty on loopback only
 * @param signIn how operators sign in
 * @param pickUp how people pick up their PINs; empty if they do not
 * @param operation what concerns the process
 * @param records of what is kept, and where it connects to
 */
public record Configuration(
        Path data,
        Optional<String> database,
        String host,
        int port,
        URI publicUrl,
        Optional<Tls> tls,
        Operation operation,
        RecordSettings records,
        SignInConfiguration signIn,
        Optional<PickUpSettings> pickUp) {

    /**
     * PEM files.
     *
     * @param certificate the certificate, followed by those of its issuers
     * @param key the private key, PKCS #8, not encrypted
     */
    public record Tls(Path certificate, Path key) {}

    /** Returns where the data is. */
    public CentralLocation location() {
        return new CentralLocation(data, database, operation.masterKey());
    }

    /** One without pick-up. */
    public Configuration(
            Path data,
            Optional<String> database,
            String host,
            int port,
            URI publicUrl,
            Optional<Tls> tls,
            Operation operation,
            RecordSettings records,
            SignInConfiguration signIn) {
        this(data, database, host, port, publicUrl, tls, operation, records, signIn, Optional.empty());
    }

    /** One that keeps everything and may connect to this computer, as for sandboxes on it. */
    public Configuration(
            Path data,
            Optional<String> database,
            String host,
            int port,
            URI publicUrl,
            Optional<Tls> tls,
            Operation operation) {
        this(
                data,
                database,
                host,
                port,
                publicUrl,
                tls,
                operation,
                RecordSettings.OF_THIS_COMPUTER,
                SignInConfiguration.NONE);
    }

    /** The same, with the usual operation. */
    public Configuration(
            Path data, Optional<String> database, String host, int port, URI publicUrl, Optional<Tls> tls) {
        this(data, database, host, port, publicUrl, tls, Operation.DEFAULT);
    }

    public Configuration {
        Objects.requireNonNull(operation);
        Objects.requireNonNull(data);
        Objects.requireNonNull(host);
        Objects.requireNonNull(publicUrl);
    }
}
