package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption.ByPrinter;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.fake.CutJournal;
import org.keyhopper.core.fake.FakeConnector;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeDirectory.Registered;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeKey.Act;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakePrinter;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeReconcilePrompts;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.reconcile.JournalReconciler;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.station.WorkingStation;

/** A run through a printer that is killed at every point of the journal, and what becomes of people and cards afterwards. */
class KilledRunTest {

    private static final List<String> PEOPLE = List.of("anna", "bert");

    /** How the first ceremony would have gone on. */
    enum Course {
        GOOD("RESETTING", "RESET", "UNDOING", "UNDONE"),
        GOOD_AFTER_RESET("UNDOING", "UNDONE"),
        REFUSED_BY_DIRECTORY("RESETTING", "RESET", "REGISTERED", "SIGNED", "PROVED", "FINISHING", "FINISHED");

        private final Set<String> without;

        Course(String... without) {
            this.without = Set.of(without);
        }
    }

    /** What is to be found at the printer after the restart. */
    enum Afterwards {
        CARD_INSIDE,
        CARD_TAKEN_AWAY
    }

    private final MemoryStore store = new MemoryStore();
    private final FakeDirectory directory = new FakeDirectory().with("anna", "bert");
    private final FakeReader reader = new FakeReader();
    private final FakePrinter printer = new FakePrinter("first", reader, "Reader A");
    private final Reports reports = new Reports();
    private WorkingStation restarted;
    private List<FakeKey> cards;
    private long signedBefore;
    private RequestId request;

    static Stream<Arguments> kills() {
        List<String> points = Stream.concat(Arrays.stream(JournalPoint.values()).map(Enum::name), Stream.of("CLOSE"))
                .toList();
        return Arrays.stream(Course.values()).flatMap(course -> points.stream()
                .filter(point -> !course.without.contains(point))
                .flatMap(point -> Stream.of(true, false).flatMap(written -> Arrays.stream(Afterwards.values())
                        .map(afterwards -> Arguments.of(course, point, written, afterwards)))));
    }

    @AfterEach
    void close() {
        restarted.close();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void isReconciledHonestly(Course course, String point, boolean written, Afterwards afterwards) throws Exception {
        arrange(course);
        killedAt(point, written, course);
        signedBefore = signatures();
        assertHonest();

        restart(afterwards);
        Set<RecipientId> lost = reconcile(Set.of());
        assertHonest();
        assertTrue(lost.isEmpty() || afterwards == Afterwards.CARD_TAKEN_AWAY, "a card that is there is found");
        reconcile(lost);
        assertHonest();
        assertTrue(
                EnumSet.of(Outcome.PROVISIONED, Outcome.FAILED, Outcome.PENDING).contains(outcome("anna")),
                () -> "anna is " + outcome("anna"));

        boolean inside = printer.inside().isPresent();
        boolean good = printer.inside().filter(this::isGood).isPresent();
        boolean begun = !store.journal.ceremoniesOf(request).isEmpty();
        again();
        assertHonest();
        PEOPLE.forEach(name -> assertEquals(Outcome.PROVISIONED, outcome(name), name));
        assertEquals(inside, reports.cardsFromBefore > 0, "a leftover card is reported");
        assertEquals(inside && begun, reports.whose > 0, "its possible holders are reported");
        assertEquals(Optional.empty(), printer.inside());
        assertTrue(!good || printer.rejected.isEmpty(), "a good card among the bad ones");
        assertEachCardHasOneHolder();
    }

    private boolean isGood(FakeKey card) {
        return directory.passkeys.values().stream()
                .anyMatch(passkey -> card.credentials.containsKey(passkey.credential()));
    }

    private void arrange(Course course) {
        store.accounts.put(new DirectoryAccount("entra", "fake", new Settings(Map.of())));
        store.bindings.put(printer.bindingTo("Reader A"));
        printer.load(course == Course.GOOD_AFTER_RESET ? FakeKey.withPin("4711") : new FakeKey());
        printer.load(3);
        cards = List.copyOf(printer.hopper);
        if (course == Course.REFUSED_BY_DIRECTORY) {
            directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
        }
        request = store.requests
                .create(
                        "Spring",
                        "entra",
                        CeremonyBench.EVERYTHING,
                        PEOPLE.stream()
                                .map(name -> new Recipient(name, "", "", ""))
                                .toList())
                .id();
    }

    /** The threads of the killed process stand still from there on. */
    private void killedAt(String point, boolean written, Course course) throws Exception {
        CutJournal journal = new CutJournal(store.journal, point, written);
        // Once the card is on its way out the next person has a turn; that comes to the journal only after the kill.
        boolean leaving = course != Course.REFUSED_BY_DIRECTORY
                && Set.of("PROVED", "CLOSE").contains(point);
        printer.beforePresent = () -> {
            if (leaving && !printer.output.isEmpty()) {
                journal.awaitStopped(1);
            }
        };
        start(stationWith(journal), OnProvisioned.RESET);
        journal.awaitStopped(leaving ? 2 : 1);
        printer.beforePresent = () -> {};
    }

    private WorkingStation stationWith(Journal journal) {
        StationRecords records = new StationRecords(
                store.requests,
                journal,
                store.revocations,
                store.inventory,
                store.pins,
                store.accounts,
                store.bindings,
                store.metadata);
        WorkingStation station =
                new WorkingStation(records, FakeReader.factory(), new FakeVerifier(), new FakeMetadata());
        station.add(new FakeConnector(directory));
        station.add(reader);
        station.add(printer);
        return station;
    }

    private AutomaticRun start(WorkingStation station, OnProvisioned provisioned) throws Exception {
        return station.startAutomatic(
                new AutomaticOrder(
                        request,
                        List.of(new AutomaticOrder.PrinterOrder(printer.address(), Encoder.CONTACT, "")),
                        provisioned,
                        ByPrinter.within(Duration.ofSeconds(30))),
                new SilentPrompts(),
                reports);
    }

    private void restart(Afterwards afterwards) {
        store.requests.forgetClaims();
        directory.recover();
        if (afterwards == Afterwards.CARD_TAKEN_AWAY) {
            printer.takeOutByHand();
        }
        restarted = stationWith(store.journal);
        restarted.devices().awaitReported(Duration.ofSeconds(10));
    }

    /** Returns those who stay unclear for want of a device that is not given up. */
    private Set<RecipientId> reconcile(Set<RecipientId> givenUp) {
        FakeReconcilePrompts operator = new FakeReconcilePrompts();
        operator.givenUp.addAll(givenUp);
        return new JournalReconciler(
                        store.records(),
                        restarted.directories(),
                        restarted.devices(),
                        new FakeVerifier(),
                        new SecureRandom(),
                        Clock.systemUTC(),
                        CeremonyBench.WITHOUT_PAUSES)
                        .reconcile(ReconcileOrder.all(request, Duration.ZERO), new SilentPrompts(), operator)
                        .result()
                        .orElseThrow()
                        .stream()
                        .filter(recipient -> recipient.outcome() == Outcome.UNCLEAR)
                        .map(RecipientState::id)
                        .collect(Collectors.toSet());
    }

    private void again() throws Exception {
        reports.cardsFromBefore = 0;
        reports.whose = 0;
        start(restarted, OnProvisioned.REJECT).ended().get(60, TimeUnit.SECONDS);
    }

    private Outcome outcome(String name) {
        return state(name).outcome();
    }

    private RecipientState state(String name) {
        return store.requests.find(request).orElseThrow().recipients().get(PEOPLE.indexOf(name));
    }

    private void assertHonest() {
        Set<String> known = store.journal.ceremoniesOf(request).stream()
                .map(ceremony -> ceremony.fact(JournalFacts.CREDENTIAL_ID))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        for (Registered passkey : directory.passkeys.values()) {
            assertTrue(known.contains(passkey.credential().base64Url()), "a passkey that the store does not know");
        }
        for (String name : PEOPLE) {
            List<Registered> registered = directory.of("id-" + name);
            assertTrue(registered.size() <= 1, () -> name + " has two passkeys");
            switch (outcome(name)) {
                case PROVISIONED -> {
                    assertEquals(
                            state(name)
                                    .last()
                                    .orElseThrow()
                                    .passkey()
                                    .orElseThrow()
                                    .credentialId(),
                            registered.getFirst().credential());
                    assertTrue(isProved(name), () -> name + " is not proved");
                }
                case UNCLEAR -> {}
                default -> assertTrue(registered.isEmpty(), () -> "something is left of " + name);
            }
        }
    }

    /** The journal saw that the card signed, or the card did so after the restart. */
    private boolean isProved(String name) {
        boolean seen = store.journal.ceremoniesOf(request).stream()
                .filter(ceremony -> ceremony.recipient().equals(state(name).id()))
                .anyMatch(ceremony -> ceremony.reached(JournalPoint.SIGNED));
        return seen || signatures() > signedBefore;
    }

    private long signatures() {
        return cards.stream()
                .flatMap(card -> card.acts.stream())
                .filter(Act.SIGN::equals)
                .count();
    }

    private void assertEachCardHasOneHolder() {
        Set<Object> held = Stream.of(printer.output, printer.rejected, printer.takenByHand)
                .flatMap(Collection::stream)
                .flatMap(card -> card.credentials.keySet().stream())
                .collect(Collectors.toSet());
        directory.passkeys.values().forEach(passkey -> assertTrue(held.contains(passkey.credential())));
        Stream.of(printer.output, printer.rejected, printer.takenByHand)
                .flatMap(Collection::stream)
                .forEach(card -> assertTrue(card.credentials.size() <= 1, "a card of two people"));
    }

    /** Counts how often a run told of a card from before. */
    private static final class Reports implements AutomaticListener {

        private volatile int cardsFromBefore;
        private volatile int whose;

        @Override
        public void changed(AutomaticSnapshot snapshot) {
            // Events tell.
        }

        @Override
        public void happened(RunEvent event) {
            if (event instanceof RunEvent.CardMoved moved && moved.recipient().isEmpty()) {
                cardsFromBefore++;
            }
            if (event instanceof RunEvent.PrinterStopped stopped) {
                Problem problem = stopped.problem();
                if (problem.is(RunProblem.GOOD_CARD_FROM_LAST_RUN)) {
                    cardsFromBefore++;
                    whose++;
                } else if (problem.is(RunProblem.CARD_FROM_LAST_RUN)) {
                    whose++;
                }
            }
        }
    }
}
