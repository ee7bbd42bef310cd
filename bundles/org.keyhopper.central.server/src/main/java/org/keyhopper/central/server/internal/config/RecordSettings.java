package org.keyhopper.central.server.internal.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyhopper.central.records.RecordKind;

/**
 * Settings of what Central keeps, and of where it connects to.
 *
 * @param audit where the audit trail goes
 * @param allowedHosts hosts in the server's own network that directories and sinks may be at
 * @param escrowCertificate PEM file of the certificate to which stations seal PINs
 * @param licence the signed licence file
 * @param retention days for which each kind of record is kept; a kind that is not named is kept
 */
public record RecordSettings(
        Audit audit,
        List<String> allowedHosts,
        Optional<Path> escrowCertificate,
        Optional<Path> licence,
        Map<RecordKind, Integer> retention) {

    public static final RecordSettings NONE =
            new RecordSettings(Audit.NONE, List.of(), Optional.empty(), Optional.empty(), Map.of());

    /** Nothing but connections to this computer, as for sandboxes on it. */
    public static final RecordSettings OF_THIS_COMPUTER = new RecordSettings(
            Audit.NONE, List.of("127.0.0.1", "localhost"), Optional.empty(), Optional.empty(), Map.of());

    static final Set<String> KEYS = Set.of(
            "audit.file",
            "audit.syslog",
            "audit.http",
            "audit.http.authorization",
            "audit.checkpoints",
            "outgoing.allow",
            "escrow.certificate",
            "licence.file",
            "retention.requests",
            "retention.devices",
            "retention.evidence",
            "retention.pins",
            "retention.audit");

    private static final int HIGHEST_PORT = 65_535;
    private static final String FROM_ENVIRONMENT = "env:";

    /**
     * Sinks of the audit trail.
     *
     * @param file of lines
     * @param syslog a collector that takes syslog over TLS; not resolved
     * @param http a collector that takes lines by POST
     * @param authorization the value of its header Authorization
     * @param checkpoints file of signed checkpoints
     */
    public record Audit(
            Optional<Path> file,
            Optional<InetSocketAddress> syslog,
            Optional<URI> http,
            Optional<String> authorization,
            Optional<Path> checkpoints) {

        static final Audit NONE =
                new Audit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Without the authorization, which is a secret. */
        @Override
        public String toString() {
            return "Audit[" + file + ", " + syslog + ", " + http + ", " + checkpoints + "]";
        }
    }

    public RecordSettings {
        allowedHosts = List.copyOf(allowedHosts);
        retention = Map.copyOf(retention);
    }

    static RecordSettings read(ConfigurationFile values) {
        Audit audit = new Audit(
                values.value("audit.file").map(values::resolve),
                values.value("audit.syslog").flatMap(text -> hostAndPort(values, text)),
                values.value("audit.http").flatMap(text -> address(values, text)),
                values.value("audit.http.authorization").flatMap(text -> variable(values, text)),
                values.value("audit.checkpoints").map(values::resolve));
        List<String> hosts = values.value("outgoing.allow").stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
        Map<RecordKind, Integer> retention = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            String key = "retention." + kind.id();
            values.value(key).flatMap(text -> days(values, key, text)).ifPresent(days -> retention.put(kind, days));
        }
        return new RecordSettings(
                audit,
                hosts,
                values.file("escrow.certificate", "Copy the certificate of the escrow key there, as PEM."),
                values.file("licence.file", "Copy the file of your distributor there."),
                retention);
    }

    private static Optional<InetSocketAddress> hostAndPort(ConfigurationFile values, String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= HIGHEST_PORT) {
                return Optional.of(InetSocketAddress.createUnresolved(text.substring(0, colon), port));
            }
        } catch (NumberFormatException e) {
            values.fault("audit.syslog", "is not of the form host:port", "The usual port is 6514.");
            return Optional.empty();
        }
        values.fault("audit.syslog", "is not of the form host:port", "The usual port is 6514.");
        return Optional.empty();
    }

    private static Optional<URI> address(ConfigurationFile values, String text) {
        try {
            URI address = new URI(text);
            boolean plain = "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost());
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && (plain || "https".equals(address.getScheme()))) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            values.fault("audit.http", "is not an address", "Write https://, host and path.");
            return Optional.empty();
        }
        values.fault(
                "audit.http", "is not an https:// address without an account in it", "Write https://, host and path.");
        return Optional.empty();
    }

    private static Optional<String> variable(ConfigurationFile values, String text) {
        Optional<String> value = text.startsWith(FROM_ENVIRONMENT)
                ? Optional.ofNullable(System.getenv(text.substring(FROM_ENVIRONMENT.length())))
                : Optional.empty();
        if (value.isEmpty()) {
            values.fault(
                    "audit.http.authorization",
                    "is not env:VARIABLE with a variable that is set",
                    "Name the variable that holds the value of the header.");
        }
        return value;
    }

    private static Optional<Integer> days(ConfigurationFile values, String key, String text) {
        try {
            int days = Integer.parseInt(text);
            if (days > 0) {
                return Optional.of(days);
            }
        } catch (NumberFormatException e) {
            values.fault(
                    key, "is not a number of days", "Write digits only, or remove the line to keep these records.");
            return Optional.empty();
        }
        values.fault(key, "is not a number of days", "Write digits only, or remove the line to keep these records.");
        return Optional.empty();
    }
}
