package org.keyhopper.core.internal.central;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.fake.FakeConnector;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeReconcilePrompts;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.internal.directory.InstalledDirectories;
import org.keyhopper.core.internal.reconcile.JournalReconciler;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;

/** A joined station that was killed while people were provisioned, and is started again. */
final class KilledStation implements AutoCloseable {

    static final String PIN = "493817";

    final MemoryStore store = new MemoryStore();
    final FakeReader reader = new FakeReader();
    final FakeCentral central;
    private final LiveDevices devices = new LiveDevices(FakeReader.factory(), new Identification(store.inventory));
    private final MirroringStore mirroring;
    private final ProvisioningRequest request;

    KilledStation(FakeCentral central, int people) {
        this.central = central;
        mirroring = new MirroringStore(store, central);
        store.accounts.put(new DirectoryAccount("entra", "fake", new Settings(Map.of())));
        devices.add(reader);
        List<Recipient> recipients = IntStream.rangeClosed(1, people)
                .mapToObj(i -> new Recipient("user" + i, "", "", ""))
                .toList();
        request = store.requests.create("Spring", "entra", CeremonyBench.EVERYTHING, recipients);
        central.reported = Optional.of(request);
    }

    RecipientId person(int position) {
        return new RecipientId(request.id(), position);
    }

    RecipientState state(int position) {
        return store.requests.state(person(position));
    }

    /** A ceremony whose device has its PIN; the claim at Central has the number of the person. */
    void killedAfterPin(int person, FakeKey key) {
        try (Claim claim = store.requests.claim(person(person)).orElseThrow()) {
            openedWithPin(claim, key);
        }
    }

    private CeremonyId openedWithPin(Claim claim, FakeKey key) {
        Map<String, String> facts = new HashMap<>();
        facts.put(JournalFacts.CENTRAL_CLAIM, Integer.toString(claim.recipient().position()));
        facts.put(JournalFacts.USER_ID, "id-of-" + claim.recipient().position());
        facts.put(JournalFacts.AAGUID, FakeKey.AAGUID.toString());
        facts.put(JournalFacts.MODEL, "Fake");
        facts.put(JournalFacts.BLANK, "true");
        key.serial.ifPresent(serial -> facts.put(JournalFacts.SERIAL, serial));
        CeremonyId ceremony = store.journal.open(claim, claim.recipient(), facts);
        store.pins.propose(claim, ceremony, claim.recipient(), Secret.of(PIN));
        store.journal.record(claim, ceremony, JournalPoint.PIN_SETTING, Map.of());
        store.pins.confirm(claim, ceremony);
        store.journal.record(claim, ceremony, JournalPoint.PIN_SET, Map.of());
        return ceremony;
    }

    /** A ceremony whose device has signed for Central; what became of the proof is not known. */
    void killedAfterProof(int person, FakeKey key, NewCredential made) {
        try (Claim claim = store.requests.claim(person(person)).orElseThrow()) {
            CeremonyId ceremony = openedWithPin(claim, key);
            Base64.Encoder base64 = Base64.getEncoder();
            key.credentials.put(made.id(), "contoso.example");
            Map<JournalPoint, Map<String, String>> points = Map.of(
                    JournalPoint.MAKING, Map.of(JournalFacts.RP_ID, "contoso.example", JournalFacts.ENROLMENT_ID, ""),
                    JournalPoint.MADE,
                            Map.of(
                                    JournalFacts.CREDENTIAL_ID, made.id().base64Url(),
                                    JournalFacts.CLIENT_DATA, base64.encodeToString(made.clientDataJson()),
                                    JournalFacts.ATTESTATION_OBJECT, base64.encodeToString(made.attestationObject())),
                    JournalPoint.REGISTERING, Map.of(JournalFacts.DEVICE_NAME, "Key"),
                    JournalPoint.REGISTERED, Map.of(JournalFacts.PASSKEY_ID, "handle"),
                    JournalPoint.SIGNED,
                            Map.of(
                                    JournalFacts.COMPLETE, "true",
                                    JournalFacts.PROOF_AUTHENTICATOR_DATA, base64.encodeToString(new byte[] {6}),
                                    JournalFacts.PROOF_SIGNATURE, base64.encodeToString(new byte[] {7})));
            points.keySet().stream()
                    .sorted()
                    .forEach(point -> store.journal.record(claim, ceremony, point, points.get(point)));
        }
    }

    /** Central has decided about a person, whose claim has ended with that. */
    void decided(RecipientState decided) {
        central.lostClaims.add((long) decided.id().position());
        ProvisioningRequest known = central.reported.orElseThrow();
        List<RecipientState> people = known.recipients().stream()
                .map(it -> it.id().equals(decided.id()) ? decided : it)
                .toList();
        central.reported = Optional.of(new ProvisioningRequest(
                known.id(), known.name(), known.directory(), known.profile(), Instant.EPOCH, people));
    }

    /** Reconciles with the devices that are there. */
    Answer<List<RecipientState>> reconcile() {
        JournalReconciler reconciler = new JournalReconciler(
                mirroring,
                new InstalledDirectories(
                        store.accounts,
                        () -> List.of(new FakeConnector(new CentralDirectory(Map.of()))),
                        Optional.empty()),
                devices,
                new FakeVerifier(),
                new SecureRandom(),
                Clock.systemUTC(),
                CeremonyBench.WITHOUT_PAUSES);
        return reconciler.reconcile(
                ReconcileOrder.all(request.id(), Duration.ZERO), new SilentPrompts(), new FakeReconcilePrompts());
    }

    @Override
    public void close() {
        devices.close();
        mirroring.close();
    }
}
