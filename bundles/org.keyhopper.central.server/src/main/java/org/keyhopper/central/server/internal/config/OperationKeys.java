package org.keyhopper.central.server.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyhopper.api.network.NetworkSettings;

/**
 * Reads the keys of {@link Operation}. A credential of systemd (LoadCredential) with the name of a key, dots as hyphens,
 * takes the place of its file.
 */
record OperationKeys(ConfigurationFile file) {

    static final Set<String> KEYS = Set.of(
            "master.key",
            "metrics.port",
            "forwarded.from",
            "stop.seconds",
            "network.proxy",
            "network.proxy.user",
            "network.proxy.password",
            "network.direct",
            "network.authorities",
            "downloads.folder");

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_STOP = 600;
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]+(/\\d{1,3})?");

    Operation read() {
        Optional<Path> password = credential("network.proxy.password")
                .or(() -> file.file("network.proxy.password", "Create the file with the password in it, mode 0600."));
        return new Operation(
                credential("master.key").or(() -> file.value("master.key").map(file::resolve)),
                number("metrics.port", HIGHEST_PORT),
                forwardedFrom(),
                stopLimit(),
                new NetworkSettings(proxy(), authorities()),
                password,
                downloads());
    }

    private Optional<Path> downloads() {
        Optional<Path> folder = file.value("downloads.folder").map(file::resolve);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            file.fault(
                    "downloads.folder",
                    "there is no such folder, or it may not be read",
                    "Create it, and put the packages of Keyhopper into it.");
        }
        return folder;
    }

    private OptionalInt number(String key, int highest) {
        Optional<String> text = file.value(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.get().matches("\\d{1,6}") && Integer.parseInt(text.get()) <= highest) {
            return OptionalInt.of(Integer.parseInt(text.get()));
        }
        file.fault(key, "is not a number from 0 to " + highest, "Write digits only, or remove the line.");
        return OptionalInt.empty();
    }

    private Duration stopLimit() {
        OptionalInt seconds = number("stop.seconds", LONGEST_STOP);
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : Operation.DEFAULT.stopLimit();
    }

    private List<String> forwardedFrom() {
        List<String> named = list("forwarded.from");
        named.stream()
                .filter(each -> !NETWORK.matcher(each).matches())
                .forEach(each -> file.fault(
                        "forwarded.from",
                        each + " is not an address",
                        "Name the addresses of the reverse proxies, or their networks such as 10.1.0.0/24; no host"
                                + " names, which others may answer for."));
        return named;
    }

    private Optional<NetworkSettings.Proxy> proxy() {
        Optional<String> address = file.value("network.proxy");
        Optional<String> user = file.value("network.proxy.user");
        if (address.isEmpty() && user.isPresent()) {
            file.fault("network.proxy.user", "has no proxy", "Add network.proxy = HOST:PORT, or remove this line.");
        }
        Optional<NetworkSettings.Proxy> proxy =
                address.flatMap(it -> NetworkSettings.Proxy.parse(it, user, list("network.direct")));
        if (address.isPresent() && proxy.isEmpty()) {
            file.fault(
                    "network.proxy", "is not HOST:PORT", "Write host and port alone, such as proxy.example.org:3128.");
        }
        return proxy;
    }

    private Optional<Path> authorities() {
        return file.file("network.authorities", "Name a PEM file with the certificates of your authorities.");
    }

    private List<String> list(String key) {
        return file.value(key).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Returns the credential of systemd with the name of a key. */
    static Optional<Path> credential(String key) {
        return Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY"))
                .map(folder -> Path.of(folder, key.replace('.', '-')))
                .filter(Files::isReadable);
    }
}
