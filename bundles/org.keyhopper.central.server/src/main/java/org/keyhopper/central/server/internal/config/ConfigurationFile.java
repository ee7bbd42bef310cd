package org.keyhopper.central.server.internal.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the configuration file: lines of {@code key = value}, empty lines, and comments after {@code #} at the start of a
 * line. Paths are relative to the folder of the file. Secrets do not belong into it.
 */
public final class ConfigurationFile {

    private static final Set<String> KEYS =
            Set.of("data", "database", "listen.host", "listen.port", "public.url", "tls.certificate", "tls.key");
    private static final String COMMENT = "Begin a comment with #.";
    private static final int HIGHEST_PORT = 65_535;

    /** One setting and where it stands. */
    private record Entry(int line, String value) {}

    private final Path folder;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<ConfigurationFault> faults = new ArrayList<>();

    private ConfigurationFile(Path folder) {
        this.folder = folder;
    }

    /** Either a configuration, or what is wrong. */
    public record Result(Optional<Configuration> configuration, List<ConfigurationFault> faults) {}

    /** Reads a file. Finds all faults, not just the first. */
    public static Result read(Path file) {
        ConfigurationFile read = new ConfigurationFile(file.toAbsolutePath().getParent());
        try {
            read.lines(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Result(
                    Optional.empty(),
                    List.of(new ConfigurationFault(
                            0,
                            file.toString(),
                            "the file cannot be read as UTF-8 text",
                            "Name the file with --config, and let the account of the server read it.")));
        }
        return read.result();
    }

    private void lines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (equals <= 0) {
                faults.add(new ConfigurationFault(i + 1, line, "is not of the form key = value", COMMENT));
                continue;
            }
            String key = line.substring(0, equals).strip();
            if (known().noneMatch(key::equals)) {
                faults.add(new ConfigurationFault(
                        i + 1,
                        key,
                        "is not a known key",
                        "Known keys are " + known().sorted().collect(Collectors.joining(", ")) + "."));
            } else if (entries.put(
                            key, new Entry(i + 1, line.substring(equals + 1).strip()))
                    != null) {
                faults.add(new ConfigurationFault(i + 1, key, "is given twice", "Keep one of the lines."));
            }
        }
    }

    private Result result() {
        Path data = required("data").map(folder::resolve).orElse(folder);
        String host = value("listen.host").orElse("127.0.0.1");
        int port = port();
        Optional<Configuration.Tls> tls = tls();
        if (tls.isEmpty() && !isLoopback(host)) {
            fault("listen.host", "needs tls.certificate and tls.key: plain HTTP is for loopback addresses only");
        }
        URI url = publicUrl(host, port, tls.isPresent());
        Operation operation = new OperationKeys(this).read();
        RecordSettings records = RecordSettings.read(this);
        Configuration read = new Configuration(
                data,
                value("database"),
                host,
                port,
                url,
                tls,
                operation,
                records,
                new SignInKeys(this).read(),
                new PickUpKeys(this).read());
        return new Result(faults.isEmpty() ? Optional.of(read) : Optional.empty(), List.copyOf(faults));
    }

    private int port() {
        String text = value("listen.port").orElse("8443");
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a number that is no port.
            return refusedPort();
        }
        return refusedPort();
    }

    private int refusedPort() {
        fault("listen.port", "is not a number from 0 to 65535", "The usual one is 8443.");
        return 0;
    }

    private Optional<Configuration.Tls> tls() {
        Optional<Path> certificate = file("tls.certificate");
        Optional<Path> key = file("tls.key");
        if (certificate.isPresent() != key.isPresent()) {
            fault(
                    certificate.isPresent() ? "tls.certificate" : "tls.key",
                    "needs the other one of the two",
                    "Give tls.certificate and tls.key, both PEM files.");
        }
        return certificate.isPresent() && key.isPresent()
                ? Optional.of(new Configuration.Tls(certificate.get(), key.get()))
                : Optional.empty();
    }

    private Optional<Path> file(String key) {
        return file(key, "Check the name, and that the account of the server may read it.");
    }

    /** Returns the readable file that a key names. */
    Optional<Path> file(String key, String action) {
        Optional<Path> file = value(key).map(folder::resolve);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            fault(key, "there is no such file, or it may not be read", action);
        }
        return file;
    }

    /** Returns a path as the file means it: relative to its own folder. */
    Path resolve(String path) {
        return folder.resolve(path);
    }

    private URI publicUrl(String host, int port, boolean isTls) {
        String scheme = isTls ? "https" : "http";
        String text = value("public.url").orElse(scheme + "://" + host + ":" + port);
        try {
            URI url = URI.create(text);
            boolean plain = url.getHost() != null
                    && (url.getPath() == null || url.getPath().isEmpty())
                    && url.getQuery() == null
                    && url.getUserInfo() == null;
            boolean secure = "https".equals(url.getScheme()) || isLoopback(String.valueOf(url.getHost()));
            if (plain && secure) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            fault("public.url", "is not an address", "Write it like https://central.example.org:8443.");
            return URI.create("https://invalid");
        }
        fault(
                "public.url",
                "is not https:// with host and port alone",
                "Write the address under which stations reach Central, like https://central.example.org:8443.");
        return URI.create("https://invalid");
    }

    private Optional<String> required(String key) {
        Optional<String> value = value(key);
        if (value.isEmpty()) {
            fault(key, "is missing", "Add a line " + key + " = ...");
        }
        return value;
    }

    /** Returns the value of a key, empty if it has none. */
    Optional<String> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(text -> !text.isEmpty());
    }

    private void fault(String key, String message) {
        fault(key, message, "");
    }

    /** Reports a fault at the line of the key. */
    void fault(String key, String message, String action) {
        int line = entries.containsKey(key) ? entries.get(key).line() : 0;
        faults.add(new ConfigurationFault(line, key, message, action));
    }

    static Stream<String> known() {
        return Stream.of(KEYS, OperationKeys.KEYS, RecordSettings.KEYS, SignInKeys.KEYS, PickUpKeys.KEYS)
                .flatMap(Set::stream);
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
