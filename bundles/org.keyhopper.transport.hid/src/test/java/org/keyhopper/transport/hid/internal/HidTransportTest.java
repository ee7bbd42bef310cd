package org.keyhopper.transport.hid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.TransportProvider.Watch;
import org.keyhopper.testkit.transport.StateRecorder;

/** Several keys at one machine, one of them faulty. */
@Timeout(60)
class HidTransportTest {

    private static final Duration STUCK = Duration.ofMillis(200);
    private static final String GOOD = "/port/good";
    private static final String BAD = "/port/bad";

    private final FakePorts ports = new FakePorts();
    private final HidTransport transport = new HidTransport(ports, STUCK, false);
    private final StateRecorder states = new StateRecorder();
    private Watch watch;

    @BeforeEach
    void startWatching() {
        watch = transport.watch(states);
    }

    @AfterEach
    void stopWatching() {
        watch.close();
        ports.releaseHung();
    }

    @Test
    void describesKeyWithoutOpeningIt() throws Exception {
        ports.plug(GOOD);
        LinkDescription description = states.awaitDevice().description();
        assertEquals(DeviceKind.USB_KEY, description.kind());
        assertEquals("Maker Key", description.product());
        assertEquals(Optional.of("S" + GOOD), description.serial());
        assertEquals("1209:4b48", description.fingerprint());
        assertEquals(GOOD, description.id().slot());
    }

    @Test
    void remoteSessionIsReportedUntilAKeyIsFound() throws Exception {
        StateRecorder remote = new StateRecorder();
        try (Watch plugged = new HidTransport(ports, STUCK, true).watch(remote)) {
            remote.await("the reason", state -> state.obstacle()
                    .filter(problem -> problem.is(DeviceProblem.REMOTE_SESSION))
                    .isPresent());
            ports.plug(GOOD);
            remote.await(
                    "a key",
                    state -> state.obstacle().isEmpty() && !state.links().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({"RDP-Tcp#3, true", "rdp-tcp#0, true", "Console, false", "'', false"})
    void remoteSessionIsDetectedByName(String name, boolean remote) {
        assertEquals(remote, RemoteSession.isIn(Map.of("SESSIONNAME", name)));
    }

    @Test
    void reinsertionBetweenTwoPollsIsAnotherInsertion() throws Exception {
        ports.plug(GOOD);
        DeviceLink first = states.awaitDevice();
        ports.plug(GOOD);
        states.await(
                "another insertion",
                state -> state.links().size() == 1 && state.links().getFirst() != first);
        assertNotSame(first, states.awaitDevice());
        assertProblem(DeviceProblem.GONE, () -> first.open(soon()));
    }

    @Test
    void makesAllCallsForAllKeysOnOneThread() throws Exception {
        ports.plug(GOOD);
        ports.plug(BAD);
        for (DeviceLink link : awaitBoth()) {
            exchange(link);
        }
        assertEquals(1, ports.callers().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = DeviceProblem.class,
            names = {"ACCESS_DENIED", "READER_ERROR"})
    void retriesOpeningAKeyJustInserted(DeviceProblem early) throws Exception {
        ports.refuse(GOOD, Problem.of(early));
        ports.plug(GOOD);
        DeviceLink link = states.awaitDevice();
        ports.allowAfter(GOOD, 2);
        exchange(link);
    }

    @ParameterizedTest
    @EnumSource(
            value = DeviceProblem.class,
            names = {"ACCESS_DENIED", "READER_ERROR"})
    void persistentFailureIsReported(DeviceProblem lasting) throws Exception {
        ports.refuse(GOOD, Problem.of(lasting));
        ports.plug(GOOD);
        DeviceLink link = states.awaitDevice();
        assertProblem(lasting, () -> link.open(soon()));
    }

    @Test
    void keyUsedByAnotherProgramIsBusyAtTheDeadline() throws Exception {
        ports.refuse(GOOD, Problem.of(DeviceProblem.BUSY));
        ports.plug(GOOD);
        DeviceLink link = states.awaitDevice();
        assertProblem(DeviceProblem.BUSY, () -> link.open(Deadline.in(Duration.ofMillis(150))));
    }

    @Test
    void hangingKeyDoesNotBlockOthers() throws Exception {
        ports.plug(GOOD);
        ports.plug(BAD);
        List<DeviceLink> links = awaitBoth();
        ports.hangIn("open " + BAD);
        assertProblem(DeviceProblem.TIMEOUT, () -> links.get(1).open(soon()));
        assertProblem(DeviceProblem.TIMEOUT, () -> links.get(1).open(soon()));
        exchange(links.get(0));
        assertEquals(2, ports.callers().size());
    }

    @Test
    void keyIsUsableAfterHangAndLateHandleIsClosed() throws Exception {
        ports.plug(BAD);
        DeviceLink link = states.awaitDevice();
        ports.hangIn("open " + BAD);
        assertProblem(DeviceProblem.TIMEOUT, () -> link.open(soon()));
        ports.releaseHung();
        ports.awaitClosed(1);
        exchange(link);
        assertEquals(List.of(BAD, BAD), ports.closed());
    }

    @Test
    void handleOfHangingKeyIsClosedLater() throws Exception {
        ports.plug(BAD);
        FidoChannel channel = states.awaitDevice().open(soon());
        ports.hangIn("write " + BAD);
        assertProblem(DeviceProblem.TIMEOUT, () -> getInfo(channel));
        channel.close();
        assertEquals(List.of(), ports.closed());
        ports.releaseHung();
        ports.awaitClosed(1);
        assertEquals(List.of(BAD), ports.closed());
    }

    @Test
    void hangingEnumerationIsAnObstacle() throws Exception {
        ports.plug(GOOD);
        DeviceLink link = states.awaitDevice();
        ports.hangIn("keys");
        states.await("an obstacle", state -> state.obstacle()
                .filter(problem -> problem.is(DeviceProblem.TIMEOUT))
                .isPresent());
        exchange(link);
        ports.releaseHung();
        states.await("the list after the hang", state -> state.obstacle().isEmpty());
    }

    @Test
    void powerCycleIsNotSupported() throws Exception {
        ports.plug(GOOD);
        try (FidoChannel channel = states.awaitDevice().open(soon())) {
            assertFalse(channel.powerCycle(soon()));
        }
    }

    private List<DeviceLink> awaitBoth() throws InterruptedException {
        return states.await("both keys", state -> state.links().size() == 2).links();
    }

    private static void exchange(DeviceLink link) throws ChannelException {
        try (FidoChannel channel = link.open(soon())) {
            assertEquals(0, getInfo(channel)[0]);
        }
    }

    private static byte[] getInfo(FidoChannel channel) throws ChannelException {
        return channel.exchange(new byte[] {0x04}, ExchangeControl.within(soon()));
    }

    private static Deadline soon() {
        return Deadline.inSeconds(5);
    }

    private static void assertProblem(DeviceProblem expected, Call call) {
        ChannelException failure = assertThrows(ChannelException.class, call::run);
        assertEquals(expected, failure.problem().code(), failure::getMessage);
    }

    @FunctionalInterface
    private interface Call {
        void run() throws ChannelException;
    }
}
