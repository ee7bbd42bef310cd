package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.client.internal.HttpCentralConnector;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.StationEntry;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Authenticators;

/** What a station reports beside the work on people, with the client of the product. */
class StationReportsTest extends ServerFixture {

    private static final Instant AT = Instant.parse("2027-01-02T03:04:05Z");

    private final HttpCentralConnector connector = new HttpCentralConnector(Duration.ofMillis(20));
    private Membership member;
    private CentralReports reports;

    @BeforeEach
    void join() {
        try (Secret code = Secret.of(code("contoso"))) {
            JoinOrder order = new JoinOrder(URI.create(server.url().toString()), Optional.empty(), "Main", code);
            member = connector.join(order).result().orElseThrow();
        }
        reports = connector.reports(member);
    }

    private NumberedEntry entry(long number, int position, JournalPoint point) {
        Map<String, String> facts = Map.of(JournalFacts.USER_NAME, "Anna", JournalFacts.SERIAL, "4711");
        return new NumberedEntry(
                number,
                new CeremonyId(1),
                new RecipientId(request, position),
                new JournalEntry(point, facts, AT.plusSeconds(number)));
    }

    private List<StationEntry> stored() {
        return database.store().write(in -> in.stationReports().journal(new RecipientId(request, 1)));
    }

    @Test
    void uploadedEntriesAreStoredOnceAndNamesStayAtTheStation() {
        assertEquals(Answer.done(0L), reports.upload(List.of()));
        List<NumberedEntry> first = List.of(entry(3, 1, JournalPoint.STARTED), entry(4, 1, JournalPoint.MAKING));
        assertEquals(Answer.done(4L), reports.upload(first));
        // The answer was lost, so that they are sent again with what came since.
        List<NumberedEntry> again = List.of(first.get(0), first.get(1), entry(7, 1, JournalPoint.MADE));
        assertEquals(Answer.done(7L), reports.upload(again));
        assertEquals(Answer.done(7L), connector.reports(member).upload(List.of()));
        assertEquals(
                List.of(JournalPoint.STARTED, JournalPoint.MAKING, JournalPoint.MADE),
                stored().stream().map(it -> it.entry().entry().point()).toList());
        assertEquals(
                Map.of(JournalFacts.SERIAL, "4711"),
                stored().getFirst().entry().entry().facts());
        assertEquals(member.station(), stored().getFirst().station());
    }

    @Test
    void entriesOfPeopleWhoAreGoneDoNotKeepOthersBack() {
        assertEquals(
                Answer.done(9L),
                reports.upload(List.of(entry(8, 1, JournalPoint.STARTED), entry(9, 99, JournalPoint.STARTED))));
        assertEquals(1, stored().size());
    }

    @Test
    void stepsOfAPersonAreShown() throws Exception {
        reports.upload(List.of(entry(3, 1, JournalPoint.STARTED)));
        TestStation auditor = auditor();
        JsonObject steps = auditor.call("GET", "/api/v1/requests/" + request + "/recipients/1/steps", "")
                .body();
        assertEquals(
                "STARTED",
                steps.getAsJsonArray("steps")
                        .get(0)
                        .getAsJsonObject()
                        .get("point")
                        .getAsString());
    }

    private TestStation auditor() throws Exception {
        TestStation auditor = new TestStation(server.url().toString());
        try (Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty);
                Secret code = central.stations()
                        .issueCode(
                                ADMINISTRATOR,
                                UUID.randomUUID().toString(),
                                Station.Kind.API_CLIENT,
                                "Auditor",
                                List.of(new Grant(Role.AUDITOR, new Scope.Everything())))
                        .result()
                        .flatMap(IssuedCode::code)
                        .orElseThrow()) {
            auditor.join(new String(code.toChars()));
        }
        auditor.signIn();
        return auditor;
    }

    @Test
    void printersAreShownAsTheyWereReportedLast() throws Exception {
        String path = "/api/v1/stations/" + member.station() + "/report";
        TestStation auditor = auditor();
        assertTrue(
                auditor.call("GET", path, "").body().getAsJsonArray("printers").isEmpty());
        PrinterReport ready = new PrinterReport(
                "evolis-raw:///dev/usb/lp0", "Evolis Primacy 2", PrinterStatus.State.READY, List.of(), 1, 0);
        PrinterReport empty = new PrinterReport(
                "evolis-raw:///dev/usb/lp0",
                "Evolis Primacy 2",
                PrinterStatus.State.NEEDS_OPERATOR,
                List.of(new PrinterReport.Condition("printer.hopper-empty", List.of("Evolis"))),
                40,
                2);
        assertEquals(Answer.done(true), reports.report(List.of(ready, ready)));
        assertEquals(Answer.done(true), reports.report(List.of(empty)));
        JsonObject report = auditor.call("GET", path, "").body();
        assertEquals(1, report.getAsJsonArray("printers").size());
        JsonObject printer = report.getAsJsonArray("printers").get(0).getAsJsonObject();
        assertEquals("NEEDS_OPERATOR", printer.get("state").getAsString());
        assertEquals(40, printer.get("output").getAsInt());
        assertEquals(
                "printer.hopper-empty",
                printer.getAsJsonArray("conditions")
                        .get(0)
                        .getAsJsonObject()
                        .get("code")
                        .getAsString());
        assertEquals(
                404, auditor.call("GET", "/api/v1/stations/unknown/report", "").status());
    }

    @Test
    void requestsAreAssignedToAStation() {
        assertEquals(Answer.done(Set.of()), reports.assigned());
        assign(member.station());
        assertEquals(Answer.done(Set.of(request)), reports.assigned());
        assign("other");
        assertEquals(Answer.done(Set.<RequestId>of()), reports.assigned());
    }

    private void assign(String assignee) {
        database.store().write(in -> {
            in.requests()
                    .put(
                            request,
                            in.requests()
                                    .details(request)
                                    .with(new RequestChange(Optional.of(assignee), Optional.empty(), "")));
            return true;
        });
    }

    @Test
    void onlyStationsReport() throws Exception {
        TestStation auditor = auditor();
        assertEquals(
                403,
                auditor.call("PUT", "/api/v1/station/printers", "{\"printers\":[]}")
                        .status());
        assertEquals(
                403,
                auditor.call("POST", "/api/v1/station/journal", "{\"entries\":[]}")
                        .status());
        assertEquals(403, auditor.call("GET", "/api/v1/station/assignments", "").status());
    }
}
