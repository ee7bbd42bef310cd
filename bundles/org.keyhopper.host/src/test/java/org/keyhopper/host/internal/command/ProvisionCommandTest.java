package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;

class ProvisionCommandTest {

    private final FakeStation station = new FakeStation();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Provisions a request whose only person has this outcome; the run ends at once and changes nothing. */
    private int provision(Outcome outcome, String... options) {
        ProvisioningRequest request = Samples.request("R1", 1, 1);
        RecipientState pending = request.recipients().getFirst();
        station.requests.put(new ProvisioningRequest(
                request.id(),
                request.name(),
                request.directory(),
                request.profile(),
                request.created(),
                List.of(new RecipientState(pending.id(), pending.recipient(), outcome, Optional.empty()))));
        station.runs = started -> {
            FakeRun run = new FakeRun(Samples.insert(started));
            run.end();
            return run;
        };
        Output output = new Output(new PrintStream(out, true), new PrintStream(err, true));
        CommandContext context = new CommandContext(new StationServices(station), output, question -> Optional.empty());
        return KeyhopperCommand.execute(
                context,
                Stream.concat(Stream.of("provision", "R1", "--mode", "manual"), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void unclearPeopleAreReportedWithTheCommandThatSettlesThem() {
        assertEquals(1, provision(Outcome.UNCLEAR));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("People with an unclear result were left out: 1."), text);
        assertEquals(3, text.split("keyhopper reconcile R1", -1).length, "before and after the run: " + text);
    }

    @Test
    void unclearPeopleAreANoticeInJson() {
        provision(Outcome.UNCLEAR, "--json");
        JsonObject notice = JsonParser.parseString(
                        out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .getAsJsonObject();
        assertEquals("notice", notice.get("event").getAsString());
        assertEquals("run.unclear-left-out", notice.get("reason").getAsString());
    }

    @Test
    void runIsForThePeopleWhoAreNamed() {
        assertEquals(0, provision(Outcome.PROVISIONED, "--person", "1"));
        assertEquals(List.of(Optional.of(Set.of(1))), station.meant);
        assertEquals(2, provision(Outcome.PENDING, "--person", "unknown@contoso.com"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("There is no unknown@contoso.com in this request."));
    }

    @Test
    void reconcilingIsNotMentionedWithoutUnclearPeople() {
        assertEquals(3, provision(Outcome.PENDING));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("reconcile"));
    }

    @Test
    void requestMadeBeforeThePolicyLockedTheProfileIsNotRun() {
        String prescribed = ProfileJson.write(Samples.request("R1", 1, 1).profile());
        station.policy = locking(prescribed);
        assertEquals(3, provision(Outcome.PENDING));
        station.policy = locking("{\"pin\": {\"rule\": \"random\", \"length\": 11}}");
        assertEquals(2, provision(Outcome.PENDING, "--json"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("policy"), err.toString(StandardCharsets.UTF_8));
    }

    private static StationPolicy locking(String profile) {
        return new StationPolicy(
                StationPolicy.OPEN.updates(),
                StationPolicy.OPEN.dropIns(),
                new StationPolicy.Locks(false, true, Optional.of(profile)),
                Optional.empty(),
                Optional.empty());
    }
}
