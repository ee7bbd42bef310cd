package org.keyhopper.central.server.internal.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

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
 */
public record Configuration(
        Path data,
        Optional<String> database,
        String host,
        int port,
        URI publicUrl,
        Optional<Tls> tls,
        SignInConfiguration signIn) {

    /** A configuration without sign-in of operators. */
    public Configuration(
            Path data, Optional<String> database, String host, int port, URI publicUrl, Optional<Tls> tls) {
        this(data, database, host, port, publicUrl, tls, SignInConfiguration.NONE);
    }

    /**
     * PEM files.
     *
     * @param certificate the certificate, followed by those of its issuers
     * @param key the private key, PKCS #8, not encrypted
     */
    public record Tls(Path certificate, Path key) {}

    public Configuration {
        Objects.requireNonNull(data);
        Objects.requireNonNull(host);
        Objects.requireNonNull(publicUrl);
    }
}
