package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.central.station.StationContact;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.station.Pace;
import org.keyhopper.rehearsal.station.RehearsalPrinter;
import org.keyhopper.rehearsal.station.RehearsalReader;
import org.keyhopper.store.StationStore;

/** A whole station with a store, cards in memory and the client of the product, joined to this server. */
class JoinedStationTest extends ServerFixture {

    final LossyProxy proxy = new LossyProxy();
    private final RehearsalPrinter printer = new RehearsalPrinter(Duration.ZERO, () -> Pace.FAST);
    private final RehearsalReader reader = printer.behind(Encoder.CONTACT);
    private final int port;

    @TempDir
    Path home;

    private StationStore store;
    final DeskOperator operator = new DeskOperator(reader);
    ConfigurableStation desk;

    JoinedStationTest() throws IOException {
        port = FreePort.find();
        proxy.forwardTo(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    int port() {
        return port;
    }

    @Override
    URI publicUrl() {
        return proxy.url();
    }

    @BeforeEach
    void join() {
        store = StationStore.open(home, Optional::empty);
        desk = StationFactory.create(
                store, Authenticators.factory(), Authenticators.verifier(), Authenticators.metadataReader());
        desk.add(new HttpCentralConnector(Duration.ofMillis(20)));
        desk.add(reader);
        try (Secret code = Secret.of(code("contoso"))) {
            JoinOrder order = new JoinOrder(proxy.url(), Optional.empty(), "Main", code);
            assertEquals(Optional.empty(), desk.central().join(order).failure());
        }
    }

    @AfterEach
    void closeStation() throws IOException {
        desk.close();
        store.close();
        proxy.close();
        printer.close();
    }

    RunSnapshot run() throws Exception {
        operator.expectRun();
        Run run = desk.startManual(request, "", new NoPrompts(), new NoPrompts(), operator);
        operator.follow(run);
        run.ended().get(60, TimeUnit.SECONDS);
        return run.snapshot();
    }

    void lose(LossyProxy.Loss what, String end, int howOften) {
        proxy.lose(what, end, howOften);
    }

    List<Outcome> outcomes() {
        return database.requests().find(request).orElseThrow().recipients().stream()
                .map(RecipientState::outcome)
                .toList();
    }

    void everybodyIsProvisionedOnce(RunSnapshot end) {
        assertEquals(RunPhase.COMPLETED, end.phase(), () -> end.notice().toString());
        assertEquals(List.of(Outcome.PROVISIONED, Outcome.PROVISIONED, Outcome.PROVISIONED), outcomes());
        Tally tally = desk.requests().find(request).orElseThrow().tally();
        assertEquals(3, tally.provisioned());
    }

    @Test
    void peopleOfCentralAreProvisionedWithAtMostSixCallsEach() throws Exception {
        int before = proxy.calls();
        everybodyIsProvisionedOnce(run());
        int calls = proxy.calls() - before;
        // Besides those for people: two tokens, the end of the list, the reads at start and end, batches of the
        // journal, and renewals, one every 20 s.
        assertTrue(
                calls <= 3 * 6 + 9 + proxy.calls("/station/journal") + proxy.renewals() + besides(), "calls: " + calls);
    }

    @Test
    void stationDoesNotChooseWhomItProvisions() {
        RunRefusedException refused = assertThrows(
                RunRefusedException.class,
                () -> desk.prepare(request, Optional.of(Set.of(2)), Optional.empty(), new NoPrompts()));
        assertTrue(refused.problem().is(RunProblem.CENTRAL_CHOOSES), refused::getMessage);
    }

    @Test
    void goingToAPersonChangesNothing() throws Exception {
        operator.expectRun();
        Run run = desk.startManual(request, "", new NoPrompts(), new NoPrompts(), operator);
        run.goTo(3);
        operator.follow(run);
        run.ended().get(60, TimeUnit.SECONDS);
        everybodyIsProvisionedOnce(run.snapshot());
    }

    private AutomaticRun print() throws Exception {
        desk.add(printer.driver());
        printer.machine().load("x5c", 10);
        AutomaticOrder.PrinterOrder order =
                new AutomaticOrder.PrinterOrder(RehearsalPrinter.ADDRESS, Encoder.CONTACT, reader.name());
        AutomaticRun run = desk.startAutomatic(
                new AutomaticOrder(
                        request,
                        List.of(order),
                        AutomaticOrder.OnProvisioned.REJECT,
                        AutomaticOrder.Resumption.BY_OPERATOR),
                new NoPrompts(),
                new NoListener());
        run.ended().get(60, TimeUnit.SECONDS);
        return run;
    }

    @Test
    void cardsOfAPrinterTakeAtMostSixCallsForEachPersonWhoIsClaimedAhead() throws Exception {
        int before = proxy.calls();
        AutomaticRun run = print();
        assertEquals(AutomaticPhase.COMPLETED, run.snapshot().phase(), () -> run.snapshot()
                .toString());
        assertEquals(List.of(Outcome.PROVISIONED, Outcome.PROVISIONED, Outcome.PROVISIONED), outcomes());
        // A claim that comes before the proof of the card before is stored is refused, and repeated.
        String path = "/requests/" + request + "/claims";
        int calls = proxy.calls() - before - proxy.conflicts(path);
        assertTrue(
                calls <= 3 * 6 + 9 + proxy.calls("/station/journal") + proxy.renewals() + besides(), "calls: " + calls);
        // Three people; the obstacles for the first two, who were claimed before a card was seen; and the end of the
        // list.
        int claims = proxy.calls(path) - proxy.conflicts(path);
        assertTrue(claims <= 3 + 2 + 3, () -> "claims: " + claims);
    }

    /** Returns how many further calls there are that no one waits for, or that are made once. */
    int besides() {
        return 0;
    }

    @Test
    void stationIsSeenWithItsVersion() throws Exception {
        run();
        assertEquals(
                List.of("development"),
                database.store().write(in -> in.stations().contacts()).stream()
                        .map(StationContact::version)
                        .toList());
    }

    @Test
    void journalIsUploadedAlsoWhenAnswersAreLost() throws Exception {
        proxy.lose(LossyProxy.Loss.RESPONSE, "/station/journal", 2);
        run();
        List<JournalPoint> made = points(desk.journal().ceremoniesOf(request));
        Deadline limit = Deadline.inSeconds(30);
        while (uploaded().size() < made.size() && !limit.hasPassed()) {
            Thread.sleep(20);
        }
        assertEquals(made, uploaded());
    }

    private static List<JournalPoint> points(List<CeremonyRecord> ceremonies) {
        return ceremonies.stream()
                .flatMap(ceremony -> ceremony.entries().stream())
                .map(JournalEntry::point)
                .toList();
    }

    private List<JournalPoint> uploaded() {
        return database.store().write(in -> Stream.of(1, 2, 3)
                .flatMap(position -> in.stationReports().journal(new RecipientId(request, position)).stream())
                .map(it -> it.entry().entry().point())
                .toList());
    }

    @Test
    void everyCallMayBeLost() throws Exception {
        proxy.lose(LossyProxy.Loss.RESPONSE, "(enrolment|registration|proof)", 3);
        everybodyIsProvisionedOnce(run());
    }

    @Test
    void refusalAfterALostAnswerOfTheProofUndoesNothing() throws Exception {
        proxy.lose(LossyProxy.Loss.RESPONSE, "/proof", 1);
        proxy.thenRefuse(403, 1);
        everybodyIsProvisionedOnce(run());
        assertFalse(points(desk.journal().ceremoniesOf(request)).contains(JournalPoint.UNDOING));
    }

    @Test
    void registrationIsRepeatedWhileTheOptionsLive() throws Exception {
        proxy.lose(LossyProxy.Loss.REQUEST, "registration", 6);
        everybodyIsProvisionedOnce(run());
    }

    @Test
    void outageBeforeTheCredentialLeavesEverybodyPending() throws Exception {
        proxy.lose(LossyProxy.Loss.REQUEST, "enrolment", 100);
        RunSnapshot end = run();
        assertEquals(RunPhase.HALTED, end.phase());
        assertEquals("central.no-answer", end.notice().orElseThrow().code().id());
        assertEquals(List.of(Outcome.PENDING, Outcome.PENDING, Outcome.PENDING), outcomes());
        proxy.lose(LossyProxy.Loss.NOTHING, "none", 0);
        reader.takeOut();
        everybodyIsProvisionedOnce(run());
    }

    @Test
    void runGoesOnByItselfAfterAnOutageBetweenTwoPeople() throws Exception {
        proxy.lose(LossyProxy.Loss.REQUEST, "/claims", 9);
        everybodyIsProvisionedOnce(run());
    }

    @Test
    void lostReleaseIsRepeatedBeforeTheNextClaim() throws Exception {
        // The options of the first attempt never come, and neither does the release of its claim.
        proxy.lose(LossyProxy.Loss.REQUEST, "(enrolment|release)", 8);
        everybodyIsProvisionedOnce(run());
    }

    @Test
    void ownRequestsAreHiddenUntilItLeaves() {
        assertEquals(
                List.of(request),
                desk.requests().list().stream().map(it -> it.id()).toList());
        assertTrue(store.requests().list().isEmpty());
        assertEquals(Optional.of(true), desk.central().leave().result());
        assertFalse(desk.central().isJoined());
        assertFalse(Files.exists(home.resolve("central")));
        assertTrue(desk.requests().list().isEmpty());
    }
}
