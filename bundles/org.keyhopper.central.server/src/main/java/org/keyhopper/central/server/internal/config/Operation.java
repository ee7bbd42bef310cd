package org.keyhopper.central.server.internal.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.network.NetworkSettings;

/**
 * What an administrator sets about the process.
 *
 * @param masterKey the file of the master key; without one it is beside the data
 * @param metricsPort of the loopback listener for metrics and the full health report; 0 for a free one, empty for none
 * @param proxies addresses, or networks in CIDR notation, of reverse proxies whose forwarded headers are believed
 * @param stopLimit how long running calls may take to end when the process is stopped
 * @param network how directories and other services are reached
 * @param proxyPassword the file with the password of the account at the proxy
 * @param downloads the folder with the packages that the portal offers
 */
public record Operation(
        Optional<Path> masterKey,
        OptionalInt metricsPort,
        List<String> proxies,
        Duration stopLimit,
        NetworkSettings network,
        Optional<Path> proxyPassword,
        Optional<Path> downloads) {

    /** What applies without any setting. */
    public static final Operation DEFAULT = new Operation(
            Optional.empty(),
            OptionalInt.empty(),
            List.of(),
            Duration.ofSeconds(30),
            NetworkSettings.SYSTEM,
            Optional.empty(),
            Optional.empty());

    public Operation {
        Objects.requireNonNull(masterKey);
        Objects.requireNonNull(metricsPort);
        proxies = List.copyOf(proxies);
        Objects.requireNonNull(stopLimit);
        Objects.requireNonNull(network);
        Objects.requireNonNull(proxyPassword);
        Objects.requireNonNull(downloads);
    }
}
