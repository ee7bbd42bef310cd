package org.keyhopper.host.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.ui.fakes.FakePreparation;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;

/** The check before a run without an operator, as the output is JSON. */
class HeadlessCheckTest {

    private static final HeadlessCheck.Rules USUAL = new HeadlessCheck.Rules(true, Set.of(), false);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FakeStation station = new FakeStation();
    private final ProvisioningRequest request = Samples.request("R1", 10, 1);
    private final FakePreparation prepared = new FakePreparation(request, station.requests);

    @BeforeEach
    void prepare() {
        station.requests.put(request);
        station.prepared = any -> prepared;
    }

    private Optional<Preparation> check(HeadlessCheck.Rules rules) throws RunRefusedException {
        Output output = new Output(new PrintStream(out, true), System.err);
        output.useJson();
        return new HeadlessCheck(station, output, rules).perform(request.id(), Optional.empty(), Duration.ofSeconds(1));
    }

    private CheckedRecipient[] notFound(int count) {
        return request.recipients().stream()
                .limit(count)
                .map(recipient -> new CheckedRecipient(
                        recipient,
                        Reason.NOT_FOUND,
                        Problem.of(
                                DirectoryProblem.USER_NOT_FOUND,
                                recipient.recipient().user())))
                .toArray(CheckedRecipient[]::new);
    }

    private long skipped() {
        return station.requests.find(request.id()).orElseThrow().recipients().stream()
                .filter(recipient -> recipient.outcome() == Outcome.SKIPPED)
                .count();
    }

    private List<JsonObject> events(String name) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(event -> event.get("event").getAsString().equals(name))
                .toList();
    }

    @Test
    void manyUnusableRecipientsStopTheRun() throws RunRefusedException {
        prepared.ready(notFound(4));
        assertTrue(check(USUAL).isEmpty());
        assertEquals(4, events("check").size());
        assertEquals(10, events("summary").getFirst().get("pending").getAsInt());
        assertTrue(prepared.closed);
        assertEquals(0, skipped());
    }

    @Test
    void fewUnusableRecipientsAreReportedAndTheRunStarts() throws RunRefusedException {
        prepared.ready(notFound(3));
        assertTrue(check(USUAL).isPresent());
        assertEquals(3, events("check").size());
        assertEquals(0, skipped());
    }

    @Test
    void anyNumberIsAcceptedIfOrdered() throws RunRefusedException {
        prepared.ready(notFound(10));
        assertTrue(check(new HeadlessCheck.Rules(true, Set.of(), true)).isPresent());
        assertEquals(0, skipped());
    }

    @Test
    void excludedFindingsAreSkipped() throws RunRefusedException {
        prepared.ready(notFound(4));
        assertTrue(check(new HeadlessCheck.Rules(true, Set.of(Reason.NOT_FOUND), false))
                .isPresent());
        assertEquals(4, skipped());
        assertEquals(4, events("checked").getFirst().get("excluded").getAsInt());
    }

    @Test
    void failedCheckStartsNoRun() throws RunRefusedException {
        Problem outage = Problem.of(DirectoryProblem.UNREACHABLE);
        prepared.show(Phase.FAILED, 0, Optional.of(outage));
        assertTrue(check(USUAL).isEmpty());
        assertEquals(
                "directory.unreachable",
                events("notice").getFirst().get("reason").getAsString());
        assertTrue(prepared.closed);
    }
}
