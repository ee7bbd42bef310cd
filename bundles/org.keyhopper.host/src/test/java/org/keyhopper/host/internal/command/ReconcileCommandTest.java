package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.reconcile.AwaitedDevice;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;

class ReconcileCommandTest {

    private final FakeStation station = new FakeStation();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<ReconcileOrder> orders = new ArrayList<>();
    private final List<Boolean> givenUp = new ArrayList<>();
    private RecipientState first;
    private RecipientState second;

    @BeforeEach
    void aRequest() {
        ProvisioningRequest request = Samples.request("R1", 3, 1);
        station.requests.put(request);
        first = request.recipients().getFirst();
        second = request.recipients().get(1);
        station.whileAsking = (order, operator) -> {
            orders.add(order);
            givenUp.add(operator.isGivenUp(first.id()));
            operator.insert(List.of(
                    new AwaitedDevice(first, "YubiKey 5", Optional.of("1234"), "", true, Optional.empty()),
                    new AwaitedDevice(second, "Card", Optional.empty(), "Reader A", false, Optional.empty())));
            operator.insert(List.of());
        };
    }

    private int run(String... arguments) {
        Output output = new Output(new PrintStream(out, true), new PrintStream(err, true));
        return KeyhopperCommand.execute(
                new CommandContext(new StationServices(station), output, question -> Optional.empty()), arguments);
    }

    private List<JsonObject> objects() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    @Test
    void deviceIsRequestedByPersonAndSerialNumber() {
        assertEquals(0, run("reconcile", "R1", "--json"));
        JsonObject waiting = objects().getFirst();
        assertEquals("waiting", waiting.get("event").getAsString());
        assertEquals("insert", waiting.get("for").getAsString());
        assertEquals(first.recipient().user(), waiting.get("user").getAsString());
        assertEquals("1234", waiting.get("serial").getAsString());
        String text = err.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(first.recipient().name() + ": YubiKey 5, 1234"), text);
        assertTrue(text.contains("Also waiting for: " + second.recipient().name()), text);
        assertEquals("summary", objects().getLast().get("event").getAsString());
    }

    @Test
    void defaultsAreTwoMinutesAndNothingLost() {
        run("reconcile", "R1");
        assertEquals(Duration.ofMinutes(2), orders.getFirst().timeout());
        assertFalse(givenUp.getFirst());
        run("reconcile", "R1", "--give-up");
        assertEquals(Duration.ZERO, orders.get(1).timeout());
        assertTrue(givenUp.get(1));
        run("reconcile", "R1", "--wait", "5s");
        assertEquals(Duration.ofSeconds(5), orders.get(2).timeout());
    }

    @Test
    void singlePersonIsReconciled() {
        run("reconcile", "R1", "--person", second.recipient().user());
        assertFalse(orders.getFirst().people().test(first));
        assertTrue(orders.getFirst().people().test(second));
        assertEquals(2, run("reconcile", "R1", "--person", "nobody@contoso.example"));
    }

    @Test
    void failureIsANonZeroExitCode() {
        station.reconciled = Answer.done(
                List.of(new RecipientState(first.id(), first.recipient(), Outcome.FAILED, Optional.empty())));
        assertEquals(1, run("reconcile", "R1"));
    }
}
