package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.ModelMetadata;
import org.keyhopper.rehearsal.directory.InMemoryDirectory;
import org.keyhopper.rehearsal.fido.SoftwareChannel;
import org.keyhopper.store.CentralDatabase;

/** Central over a real database, a directory in memory and software authenticators, and what a station does. */
final class CentralRig implements AutoCloseable {

    private static final int ALL = 10_000;

    final InMemoryDirectory directory = InMemoryDirectory.trusting();
    final RequestId request;
    private final Path folder;
    private final Optional<String> address;
    private CentralDatabase database;
    private Central central;
    private Optional<CentralDatabase> standby = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private Optional<ModelMetadata> metadata = Optional.empty();

    /** A device with a PIN. */
    static final class Device {

        final Authenticator authenticator;
        final AuthenticatorInfo info;

        Device(String traits) throws DeviceException {
            authenticator = Authenticators.factory().open(new SoftwareChannel(traits + "+pin=123456"));
            info = authenticator.info();
        }

        DeviceReport report() {
            return new DeviceReport(
                    info.aaguid(), "Test key", Optional.empty(), info.versions(), info.options(), info.algorithms());
        }

        NewCredential make(BegunEnrolment begun) throws DeviceException {
            CredentialRequest order = new CredentialRequest(begun.options(), EnterpriseAttestation.NOT_WANTED);
            return authenticator
                    .credentials()
                    .makeCredential(order, Secret.of("123456"), ExchangeControl.within(Deadline.inSeconds(20)));
        }

        Assertion sign(NewCredential credential, byte[] clientData) throws Exception {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(clientData);
            return authenticator
                    .credentials()
                    .getAssertion(InMemoryDirectory.RP, credential.id(), hash, Secret.of("123456"));
        }
    }

    CentralRig(Path folder, Optional<String> address, Set<UUID> allowed, String... people) {
        this(folder, address, profile(allowed, Set.of()), people);
    }

    CentralRig(Path folder, Optional<String> address, Profile profile, String... people) {
        this.folder = folder;
        this.address = address;
        database = CentralDatabase.open(folder, address);
        List<Recipient> recipients =
                Stream.of(people).map(user -> new Recipient(user, user, "", "")).toList();
        request = database.requests()
                .create("Spring", "contoso", profile, recipients)
                .id();
        central = started(database.store());
    }

    static Profile profile(Set<UUID> allowed, Set<Profile.Option> options) {
        Profile usual = Profile.DEFAULT;
        return new Profile(
                usual.pin(), usual.minimumPinLength(), options, usual.unsupported(), usual.deviceName(), allowed);
    }

    private Central started(CentralStore store) {
        return Central.of(
                store,
                new OneDirectory(directory, () -> database.directories()),
                Authenticators.verifier(),
                () -> metadata,
                clock);
    }

    /** Starts anew with a computer whose clock differs from the one of the database. */
    void restartWithClock(Duration ahead) {
        clock = Clock.offset(Clock.systemUTC(), ahead);
        directory.clock = clock;
        restart();
    }

    /** Starts a second instance, which {@link #failOver} makes the one that answers. */
    void startStandby() {
        standby = Optional.of(CentralDatabase.open(folder, address));
    }

    /** The first instance has died, and its calls reach the other one. */
    void failOver() {
        database.close();
        database = standby.orElseThrow();
        standby = Optional.empty();
        central = started(database.store());
    }

    Central central() {
        return central;
    }

    CentralDatabase database() {
        return database;
    }

    /** Starts anew on the same database, as after a kill. */
    void restart() {
        restart(store -> store);
    }

    void restart(java.util.function.UnaryOperator<CentralStore> wrapping) {
        database.close();
        database = CentralDatabase.open(folder, address);
        wrap(wrapping);
    }

    /** Puts something between the domain and its store. */
    void wrap(java.util.function.UnaryOperator<CentralStore> wrapping) {
        central = started(wrapping.apply(database.store()));
    }

    static Caller station(String id) {
        return new Caller(
                Caller.Kind.STATION,
                id,
                List.of(new Grant(Role.OPERATOR, new Scope.OneDirectory("contoso"))),
                "call-of-" + id);
    }

    ClaimedRecipient claim(Caller station, String key) {
        return done(claiming(station, key)).orElseThrow();
    }

    /** Claims for a printer, which may have two claims. */
    Answer<Optional<ClaimedRecipient>> claiming(Caller station, String key) {
        ClaimOrder order = new ClaimOrder(key, Optional.of("printer"), Optional.empty());
        return central.enrolments().claim(station, request, order);
    }

    Outcome outcome(int position) {
        return database.requests()
                .find(request)
                .orElseThrow()
                .recipients()
                .get(position - 1)
                .outcome();
    }

    /** Returns the trail, which must be intact. */
    List<AuditEntry> trail() {
        List<AuditEntry> trail = database.store().write(in -> in.audit().after(0, ALL));
        assertEquals(OptionalLong.empty(), AuditChain.firstBroken(AuditChain.START, 1, trail));
        return trail;
    }

    long refusals(ProblemCode code) {
        return trail().stream()
                .filter(entry -> entry.event().problem().equals(Optional.of(code.id())))
                .count();
    }

    static <T> T done(Answer<T> answer) {
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    static void assertRefused(ProblemCode code, Answer<?> answer) {
        Answer.Failed<?> failed = assertInstanceOf(Answer.Failed.class, answer, () -> answer.toString());
        assertEquals(code.id(), failed.problem().code().id(), failed.problem()::toString);
    }

    @Override
    public void close() {
        standby.ifPresent(CentralDatabase::close);
        database.close();
    }
}
