package org.keyhopper.host.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;

class HeadlessRunTest {

    private static final RequestId ID = new RequestId("R1");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FakeStation station = new FakeStation();

    /** A run in which access to one key is denied and the next one works. */
    private static final class TwoKeys extends FakeRun {

        private final ProvisioningRequest request;

        TwoKeys(ProvisioningRequest request) {
            super(denied(request));
            this.request = request;
        }

        private static RunSnapshot denied(ProvisioningRequest request) {
            DeviceFacts key = DeviceSamples.key();
            Optional<Problem> why = Optional.of(Problem.of(DeviceProblem.ACCESS_DENIED));
            return Samples.snapshot(
                    request,
                    RunPhase.UNUSABLE_DEVICE,
                    Optional.of(new DeviceFacts(key.link(), key.model(), Optional.empty(), why, Optional.empty())),
                    -1,
                    Set.of(Choice.TRY_NEW_DEVICE, Choice.FAIL_USER));
        }

        @Override
        public void choose(Choice choice, RunMoment seen) {
            super.choose(choice, seen);
            switch (choice) {
                case TRY_NEW_DEVICE -> show(Samples.ready(request, DeviceSamples.key()));
                case PROVISION -> end();
                default -> {}
            }
        }
    }

    private HeadlessRun run() {
        Output output = new Output(new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        output.useJson();
        return new HeadlessRun(station, output);
    }

    private static RunOptions anything() {
        return new RunOptions(ID, "", false, OnProvisioned.fail, "");
    }

    private List<JsonObject> notices() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(object -> object.get("event").getAsString().equals("notice"))
                .toList();
    }

    @Test
    void reasonForAwaitingAnotherDeviceIsReportedOnce() throws RunRefusedException {
        ProvisioningRequest request = Samples.request("R1", 1, 1);
        TwoKeys run = new TwoKeys(request);
        station.requests.put(request);
        station.runs = asked -> run;
        assertEquals(1, run().perform(anything()).tally().pending());
        assertEquals(List.of(Choice.TRY_NEW_DEVICE, Choice.PROVISION), run.chosen());
        assertEquals(
                List.of("device.access-denied"),
                notices().stream()
                        .map(notice -> notice.get("reason").getAsString())
                        .toList());
    }

    /** A run without the PC/SC service, in which two recipients wait for a device, one after the other. */
    private static final class NoReaders extends FakeRun {

        private static final Problem NO_SERVICE = Problem.of(DeviceProblem.SERVICE_UNAVAILABLE);

        private final ProvisioningRequest request;

        NoReaders(ProvisioningRequest request) {
            super(waiting(request));
            this.request = request;
        }

        private static RunSnapshot waiting(ProvisioningRequest request) {
            return Samples.with(
                    Samples.snapshot(request, RunPhase.INSERT_DEVICE, Optional.empty(), -1, Set.of(Choice.STOP)),
                    new Instruction.None(),
                    Optional.of(NO_SERVICE));
        }

        @Override
        public void addListener(RunListener listener) {
            super.addListener(listener);
            show(Samples.ready(request, DeviceSamples.key()));
        }

        @Override
        public void choose(Choice choice, RunMoment seen) {
            super.choose(choice, seen);
            if (choice == Choice.PROVISION) {
                show(waiting(request));
                end();
            }
        }
    }

    private List<String> reasonsWhereReadersLack(boolean keysOnly) throws RunRefusedException {
        ProvisioningRequest request = Samples.request("R1", 2, 0);
        NoReaders run = new NoReaders(request);
        station.requests.put(request);
        station.runs = asked -> run;
        run().perform(new RunOptions(ID, "", keysOnly, OnProvisioned.fail, ""));
        return notices().stream()
                .map(notice -> notice.get("reason").getAsString())
                .toList();
    }

    @Test
    void readerProblemIsReportedOncePerRun() throws RunRefusedException {
        assertEquals(List.of("device.service-unavailable"), reasonsWhereReadersLack(false));
    }

    @Test
    void readerProblemIsOmittedForKeys() throws RunRefusedException {
        assertEquals(List.of(), reasonsWhereReadersLack(true));
    }

    @Test
    void deviceIsNotConfirmedWithoutAnOperator() throws RunRefusedException {
        TwoKeys run = new TwoKeys(Samples.request("R1", 1, 1));
        station.requests.put(Samples.request("R1", 1, 1));
        station.runs = asked -> run;
        run().perform(anything());
        assertTrue(station.operator.deviceConfirmation().isEmpty());
    }

    @Test
    void unknownRequestIsRefused() {
        assertThrows(RunRefusedException.class, () -> run().perform(anything()));
    }
}
