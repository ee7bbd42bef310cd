package org.keyhopper.core.internal.run.printer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
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
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.fake.CutJournal;
import org.keyhopper.core.fake.FakeConnector;
import org.keyhopper.core.fake.FakeDirectory;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeMetadata;
import org.keyhopper.core.fake.FakePrinter;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.FakeReconcilePrompts;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.reconcile.JournalReconciler;
import org.keyhopper.core.inventory.Inventory;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.journal.Revocations;
import org.keyhopper.core.metadata.MetadataArchive;
import org.keyhopper.core.printer.ReaderBindings;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.core.vault.PinVault;

/** A run through a printer that is killed at a point of the journal, and the restarted station. */
abstract class KilledRunRig {

    static final List<String> PEOPLE = List.of("anna", "bert");

    /** How the first ceremony would have gone on. */
    enum Course {
        GOOD("RESETTING", "RESET", "UNDOING", "UNDONE"),
        GOOD_AFTER_RESET("UNDOING", "UNDONE"),
        REFUSED_BY_DIRECTORY("RESETTING", "RESET", "REGISTERED", "SIGNED", "PROVED", "FINISHING", "FINISHED");

        final Set<String> without;

        Course(String... without) {
            this.without = Set.of(without);
        }
    }

    /** What is to be found at the printer after the restart. */
    enum Afterwards {
        CARD_INSIDE,
        CARD_TAKEN_AWAY
    }

    final MemoryStore store = new MemoryStore();
    final FakeDirectory directory = new FakeDirectory().with("anna", "bert");
    final FakeReader reader = new FakeReader();
    final FakePrinter printer = new FakePrinter("first", reader, "Reader A");
    final Reports reports = new Reports();
    ConfigurableStation restarted;
    List<FakeKey> cards;
    RequestId request;

    @AfterEach
    void close() {
        restarted.close();
    }

    void arrange(Course course) {
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
    void killedAt(String point, boolean written, Course course) throws Exception {
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

    /** The store of a station whose process is killed: all but its journal survives. */
    record Records(
            Requests requests,
            Journal journal,
            Revocations revocations,
            Inventory inventory,
            PinVault pins,
            DirectoryAccounts accounts,
            ReaderBindings bindings,
            MetadataArchive metadata)
            implements StationRecords {}

    ConfigurableStation stationWith(Journal journal) {
        StationRecords records = new Records(
                store.requests,
                journal,
                store.revocations,
                store.inventory,
                store.pins,
                store.accounts,
                store.bindings,
                store.metadata);
        ConfigurableStation station =
                StationFactory.create(records, FakeReader.factory(), new FakeVerifier(), new FakeMetadata());
        station.add(new FakeConnector(directory));
        station.add(reader);
        station.add(printer);
        return station;
    }

    AutomaticRun start(ConfigurableStation station, OnProvisioned provisioned) throws Exception {
        return station.startAutomatic(
                new AutomaticOrder(
                        request,
                        List.of(new AutomaticOrder.PrinterOrder(printer.address(), Encoder.CONTACT, "")),
                        provisioned,
                        ByPrinter.within(Duration.ofSeconds(30))),
                new SilentPrompts(),
                reports);
    }

    void restart(Afterwards afterwards) {
        awaitClaims();
        store.requests.forgetClaims();
        directory.recover();
        if (afterwards == Afterwards.CARD_TAKEN_AWAY) {
            printer.takeOutByHand();
        }
        restarted = stationWith(store.journal);
        restarted.devices().awaitReported(Duration.ofSeconds(10));
    }

    /** Waits for a claim that the killed process is making ahead, which a real kill would have ended. */
    private static void awaitClaims() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            boolean claims = thread.getName().equals("claim ahead");
            while (claims
                    && (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.BLOCKED)) {
                Thread.onSpinWait();
            }
        }
    }

    /** Returns those who stay unclear for want of a device that is not given up. */
    Set<RecipientId> reconcile(Set<RecipientId> givenUp) {
        FakeReconcilePrompts operator = new FakeReconcilePrompts();
        operator.givenUp.addAll(givenUp);
        return new JournalReconciler(
                        store,
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

    void again() throws Exception {
        reports.cardsFromBefore = 0;
        reports.whose = 0;
        start(restarted, OnProvisioned.REJECT).ended().get(60, TimeUnit.SECONDS);
    }

    Outcome outcome(String name) {
        return state(name).outcome();
    }

    RecipientState state(String name) {
        return store.requests.find(request).orElseThrow().recipients().get(PEOPLE.indexOf(name));
    }

    /** Counts how often a run told of a card from before. */
    static final class Reports implements AutomaticListener {

        volatile int cardsFromBefore;
        volatile int whose;

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
