package org.keyhopper.rehearsal.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.metadata.MetadataFile;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.core.station.Station;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.authenticator.RehearsalMetadata;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.model.Personality;
import org.keyhopper.rehearsal.entra.EntraSandbox;
import org.keyhopper.rehearsal.entra.SandboxCredentials;
import org.keyhopper.rehearsal.entra.SandboxOptions;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.store.StationStore;

/**
 * A separate station in a folder that is deleted on close, with a sandbox directory and a request of fictitious people.
 * Does not access real readers, directories or stores.
 */
public final class RehearsalStation implements AutoCloseable {

    /** The name of the sandbox among the station's directories. */
    public static final String DIRECTORY = "Contoso (rehearsal)";

    /** The address of the simulated printer. */
    public static final PrinterAddress PRINTER = RehearsalPrinter.ADDRESS;

    /** The number of further people in the sandbox, so that requests can be created from the directory. */
    private static final int CROWD = 2000;

    /** A third of the time that real printers need. */
    private static final Duration MOVEMENT = Duration.ofMillis(800);

    private final Path home;
    private final StationStore store;
    private final EntraSandbox sandbox;
    private final ConfigurableStation station;
    private final ReaderOperator hands;
    private final RehearsalPrinter printer;
    private final RequestId request;
    private final AtomicReference<Pace> pace = new AtomicReference<>(Pace.FAST);

    private RehearsalStation(Path home, EntraSandbox sandbox, int people, Collection<DirectoryConnector> connectors) {
        this.home = home;
        this.sandbox = sandbox;
        this.store = StationStore.open(home);
        StationRecords records = store;
        this.station = StationFactory.create(
                records, Authenticators.factory(), Authenticators.verifier(), Authenticators.metadataReader());
        RehearsalReader reader =
                new RehearsalReader("rehearsal", "Rehearsal reader", DeviceKind.CONTACT_CARD, pace::get);
        this.hands = new ReaderOperator(reader);
        this.printer = new RehearsalPrinter(MOVEMENT, pace::get);
        station.add(reader);
        printer.readers().forEach(station::add);
        station.add(printer.driver());
        connectors.forEach(station::add);
        configureDirectory();
        keepMetadata();
        this.request = importPeople(people);
    }

    /**
     * Opens a rehearsal.
     *
     * @param people the number of people in the request
     * @param connectors the installed connectors; the one for Entra is used
     * @throws IOException if no port or temporary folder is available
     */
    public static RehearsalStation open(int people, Collection<DirectoryConnector> connectors) throws IOException {
        Path home = Files.createTempDirectory("keyhopper-rehearsal-");
        Population population = Population.madeUp(people, CROWD);
        return new RehearsalStation(home, EntraSandbox.start(SandboxOptions.with(population)), people, connectors);
    }

    public Station station() {
        return station;
    }

    /** Returns the request of fictitious people. */
    public RequestId request() {
        return request;
    }

    /**
     * Joins a Central, whose requests take the place of the rehearsal's own; leaves it on close. The devices stay simulated, so
     * it must be a Central with a sandbox directory. Blocks on the network.
     */
    public Answer<Membership> join(CentralConnector connector, JoinOrder order) {
        station.add(connector);
        return station.central().join(order);
    }

    /** Returns how long devices take to answer; {@link Pace#FAST} at first. */
    public Pace pace() {
        return pace.get();
    }

    /** Sets how long devices take from their next command on. */
    public void setPace(Pace next) {
        pace.set(next);
    }

    public ReaderOperator hands() {
        return hands;
    }

    /** Returns the controls of the simulated printer, whose hopper is empty at first. */
    public PrinterOperator printerHands() {
        return printer.hands();
    }

    public EntraSandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() throws IOException {
        if (station.central().isJoined()) {
            station.central().leave();
        }
        station.close();
        printer.close();
        store.close();
        sandbox.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The metadata contains the simulated models, so that a proven manufacturer can be required. */
    private void keepMetadata() {
        X509Certificate root = SoftwareAuthenticator.attestationRoot();
        String signed = new RehearsalMetadata(1, LocalDate.now(ZoneOffset.UTC).plusMonths(1))
                .model(Personality.REHEARSAL_AAGUID, root, "FIDO_CERTIFIED_L1")
                .signed();
        try {
            store.metadata()
                    .save(new MetadataFile(signed.getBytes(StandardCharsets.US_ASCII), Optional.of(root.getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void configureDirectory() {
        SandboxCredentials credentials = sandbox.credentials();
        Settings settings = new Settings(Map.of(
                "tenant", credentials.tenant(),
                "clientId", credentials.clientId(),
                "loginUrl", sandbox.loginUrl(),
                "graphUrl", sandbox.graphUrl()));
        DirectoryAccount account = new DirectoryAccount(DIRECTORY, "entra", settings);
        store.accounts().put(account);
        try (Secret secret = Secret.of(credentials.clientSecret())) {
            store.accounts().secretsOf(account).put("clientSecret", secret);
        }
    }

    private RequestId importPeople(int count) {
        List<Recipient> people = sandbox.users().stream()
                .limit(count)
                .map(RehearsalStation::recipient)
                .toList();
        return store.requests()
                .create("Rehearsal", DIRECTORY, Profile.DEFAULT, people)
                .id();
    }

    private static Recipient recipient(SandboxUser user) {
        return new Recipient(user.userPrincipalName(), user.displayName(), user.mail(), "");
    }
}
