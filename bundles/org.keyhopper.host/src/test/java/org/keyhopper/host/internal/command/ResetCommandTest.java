package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.fakes.FakeStation;

/** A reset without an operator, who would have to confirm a device that is indistinguishable from others of its model. */
class ResetCommandTest {

    private final FakeStation station = new FakeStation();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void insertAKey() {
        station.devices.insert(FakeDevice.key("", "4711"));
    }

    private int reset() {
        Output output = new Output(new PrintStream(out, true), System.err);
        CommandContext context = new CommandContext(new StationServices(station), output, question -> Optional.empty());
        return KeyhopperCommand.execute(context, "devices", "reset", "--yes", "--json");
    }

    @Test
    void noConfirmationIsOffered() {
        reset();
        assertTrue(station.deviceManagement.lastReset.confirmation().isEmpty());
    }

    @Test
    void joinedStationResetsWithThePrivilegeOnly() {
        station.central.joined(new CentralAccess(Optional.empty(), Set.of(CentralPrivilege.PROVISION_NOW)));
        assertEquals(2, reset());
        assertNull(station.deviceManagement.lastReset);
        station.central.joined(new CentralAccess(Optional.empty(), Set.of(CentralPrivilege.RESET_DEVICES)));
        assertEquals(0, reset());
    }

    @Test
    void refusalIsReportedAndNoSuccess() {
        station.deviceManagement.instead = Optional.of(Answer.failed(Problem.of(DeviceProblem.CANNOT_TELL_APART)));
        assertEquals(1, reset());
        JsonObject refusal = JsonParser.parseString(
                        out.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .getAsJsonObject();
        assertEquals("device.cannot-tell-apart", refusal.get("reason").getAsString());
    }
}
