package org.keyhopper.testkit.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.FidoChannel.Hold;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider.Watch;

/** The contract of {@link org.keyhopper.api.transport.TransportProvider}. Subclasses create the rig. */
public abstract class TransportContract {

    private static final byte[] GET_INFO = {0x04};
    private static final byte KEEPALIVE_CANCEL = 0x2D;
    private static final Set<DeviceProblem> LOST =
            Set.of(DeviceProblem.GONE, DeviceProblem.READER_ERROR, DeviceProblem.SERVICE_UNAVAILABLE);

    private final StateRecorder states = new StateRecorder();
    private TransportRig rig;
    private Watch watch;

    /** Creates the rig of one test; may abort the test by an assumption. */
    protected abstract TransportRig rig() throws Exception;

    @BeforeEach
    void watchAnEmptyPlace() throws Exception {
        rig = rig();
        watch = rig.provider().watch(states);
        states.awaitNoDevice();
    }

    @AfterEach
    void stopWatching() {
        if (watch != null) {
            watch.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void namesItselfInOneShortWord() {
        assertTrue(
                rig.provider().id().matches("[a-z][a-z0-9-]{1,15}"),
                rig.provider().id());
    }

    @Test
    void reportsInsertionAndRemoval() throws Exception {
        rig.insert();
        DeviceLink link = states.awaitDevice();
        assertEquals(rig.provider().id(), link.description().id().transport());
        assertFalse(link.description().product().isBlank());
        rig.remove();
        states.awaitNoDevice();
    }

    @Test
    void reinsertedDeviceIsAnotherInsertion() throws Exception {
        rig.insert();
        LinkId first = states.awaitDevice().description().id();
        rig.remove();
        states.awaitNoDevice();
        rig.insert();
        LinkId second = states.awaitDevice().description().id();
        assertNotEquals(first, second);
        assertTrue(second.arrival() > first.arrival());
    }

    @Test
    void insertionKeepsItsLink() throws Exception {
        rig.insert();
        DeviceLink link = states.awaitDevice();
        exchangeOnce(link);
        assertSame(link, states.awaitDevice());
    }

    @Test
    void exchangesAMessage() throws Exception {
        rig.insert();
        byte[] answer = exchangeOnce(states.awaitDevice());
        assertEquals(0, answer[0]);
        assertTrue(answer.length > 1);
    }

    @Test
    void canBeOpenedAgainAfterClosing() throws Exception {
        rig.insert();
        DeviceLink link = states.awaitDevice();
        exchangeOnce(link);
        assertEquals(0, exchangeOnce(link)[0]);
    }

    @Test
    void exchangesMessagesWithinAndAfterAHold() throws Exception {
        rig.insert();
        try (FidoChannel channel = open(states.awaitDevice())) {
            Hold hold = channel.beginExclusive(soon());
            assertEquals(0, getInfo(channel)[0]);
            hold.close();
            hold.close();
            assertEquals(0, getInfo(channel)[0]);
        }
    }

    @Test
    void messageCancelledBeforehandReturnsCancel() throws Exception {
        CancelSignal cancel = new CancelSignal();
        cancel.cancel();
        rig.insert();
        try (FidoChannel channel = open(states.awaitDevice())) {
            byte[] answer = channel.exchange(GET_INFO, new ExchangeControl(soon(), cancel, state -> {}));
            assertEquals(KEEPALIVE_CANCEL, answer[0]);
        }
    }

    @Test
    void closingIsIdempotent() throws Exception {
        rig.insert();
        FidoChannel channel = open(states.awaitDevice());
        channel.close();
        channel.close();
    }

    @Test
    void removalEndsChannelAndLink() throws Exception {
        rig.insert();
        DeviceLink link = states.awaitDevice();
        try (FidoChannel channel = open(link)) {
            rig.remove();
            states.awaitNoDevice();
            assertLost(assertThrows(ChannelException.class, () -> getInfo(channel)));
        }
        assertLost(assertThrows(ChannelException.class, () -> link.open(soon())));
    }

    @Test
    void channelOfOneInsertionDoesNotServeTheNext() throws Exception {
        rig.insert();
        try (FidoChannel channel = open(states.awaitDevice())) {
            rig.remove();
            states.awaitNoDevice();
            rig.insert();
            states.awaitDevice();
            assertLost(assertThrows(ChannelException.class, () -> getInfo(channel)));
        }
    }

    @Test
    void openChannelOutlivesTheWatch() throws Exception {
        rig.insert();
        try (FidoChannel channel = open(states.awaitDevice())) {
            watch.close();
            assertEquals(0, getInfo(channel)[0]);
        }
    }

    @Test
    void closedWatchReportsNothing() throws Exception {
        watch.close();
        watch.close();
        int heard = states.states().size();
        StateRecorder other = new StateRecorder();
        try (Watch second = rig.provider().watch(other)) {
            rig.insert();
            other.awaitDevice();
            assertEquals(heard, states.states().size(), second::toString);
        }
    }

    private static byte[] exchangeOnce(DeviceLink link) throws ChannelException {
        try (FidoChannel channel = open(link)) {
            return getInfo(channel);
        }
    }

    private static FidoChannel open(DeviceLink link) throws ChannelException {
        return link.open(soon());
    }

    private static byte[] getInfo(FidoChannel channel) throws ChannelException {
        return channel.exchange(GET_INFO, ExchangeControl.within(soon()));
    }

    private static Deadline soon() {
        return Deadline.inSeconds(10);
    }

    private static void assertLost(ChannelException failure) {
        assertTrue(LOST.stream().anyMatch(failure.problem()::is), failure::getMessage);
    }
}
