package org.keyhopper.transport.hid.internal.ctaphid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.transport.hid.internal.ctaphid.Command.CANCEL;
import static org.keyhopper.transport.hid.internal.ctaphid.Command.CBOR;
import static org.keyhopper.transport.hid.internal.ctaphid.Command.ERROR;
import static org.keyhopper.transport.hid.internal.ctaphid.Command.INIT;
import static org.keyhopper.transport.hid.internal.ctaphid.Command.KEEPALIVE;
import static org.keyhopper.transport.hid.internal.ctaphid.Command.WINK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;

class CtapHidTest {

    private static final byte[] MESSAGE = {0x04};
    private static final int BUSY = 0x06;
    private static final int INVALID_CHANNEL = 0x0B;

    private final ScriptedKey key = new ScriptedKey();
    private final CancelSignal cancel = new CancelSignal();

    @Test
    void exchangesMessageOnAllocatedChannel() throws ChannelException {
        key.thenAnswers(CBOR, 0x00, 0xA0);
        assertArrayEquals(new byte[] {0x00, (byte) 0xA0}, send(open()));
        assertEquals(List.of(INIT, CBOR), key.commands());
        assertArrayEquals(MESSAGE, key.received().getLast().data());
    }

    @Test
    void discardsReportsOfOtherPrograms() throws ChannelException {
        key.sends(CBOR, 0x7F);
        key.sendsOn(ScriptedKey.FOREIGN, CBOR, 0x7F);
        key.thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(open()));
    }

    @Test
    void ignoresResponsesToOtherPrograms() throws ChannelException {
        key.then(message -> {
            key.sendsOn(ScriptedKey.FOREIGN, CBOR, 0x31);
            key.sendsOn(CtapHidConnection.BROADCAST, INIT, new int[17]);
            key.sendsOn(ScriptedKey.FOREIGN, KEEPALIVE, 1);
            key.sends(CBOR, 0x00);
        });
        assertArrayEquals(new byte[] {0x00}, send(open()));
    }

    @Test
    void repeatsInitWithoutResponse() throws ChannelException {
        key.ignoringInit(1).thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(open()));
        assertEquals(List.of(INIT, INIT, CBOR), key.commands());
    }

    @Test
    void unresponsiveKeyTimesOut() {
        key.ignoringInit(Integer.MAX_VALUE);
        assertProblem(
                DeviceProblem.TIMEOUT,
                () -> CtapHid.open(key, Deadline.in(Duration.ofMillis(100)), CtapHidTimeouts.USUAL));
    }

    @Test
    void reportsEachKeepAliveStatusOnce() throws ChannelException {
        key.then(message -> {
            key.sends(KEEPALIVE, 1);
            key.sends(KEEPALIVE, 1);
            key.sends(KEEPALIVE, 2);
            key.sends(KEEPALIVE, 2);
            key.sends(KEEPALIVE, 1);
            key.sends(CBOR, 0x00);
        });
        List<KeepAlive> states = new ArrayList<>();
        open().exchange(MESSAGE, new ExchangeControl(soon(), cancel, states::add));
        assertEquals(List.of(KeepAlive.PROCESSING, KeepAlive.TOUCH_NEEDED, KeepAlive.PROCESSING), states);
    }

    @Test
    void retriesWhileTheChannelIsBusy() throws ChannelException {
        key.thenAnswers(ERROR, BUSY).thenAnswers(ERROR, BUSY).thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(open()));
        assertEquals(List.of(INIT, CBOR, CBOR, CBOR), key.commands());
    }

    @Test
    void persistentlyBusyKeyIsBusy() throws ChannelException {
        CtapHid channel = open();
        for (int i = 0; i < 100_000; i++) {
            key.thenAnswers(ERROR, BUSY);
        }
        assertProblem(
                DeviceProblem.BUSY,
                () -> channel.exchange(MESSAGE, ExchangeControl.within(Deadline.in(Duration.ofMillis(30)))));
    }

    @Test
    void allocatesNewChannelIfTheOldOneIsInvalid() throws ChannelException {
        CtapHid channel = open();
        key.then(message -> {
            key.sends(ERROR, INVALID_CHANNEL);
            key.allocates(0x55);
        });
        key.thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(channel));
        assertEquals(List.of(INIT, CBOR, INIT, CBOR), key.commands());
    }

    @Test
    void cancelsOnceAndReadsTheResponse() throws ChannelException {
        key.then(message -> {
            key.sends(KEEPALIVE, 2);
            cancel.cancel();
        });
        key.then(cancelled -> {
            key.sends(KEEPALIVE, 2);
            key.sends(KEEPALIVE, 2);
            key.sends(CBOR, 0x2D);
        });
        CtapHid channel = open();
        assertArrayEquals(
                new byte[] {0x2D}, channel.exchange(MESSAGE, new ExchangeControl(soon(), cancel, state -> {})));
        key.thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(channel));
        assertEquals(List.of(INIT, CBOR, CANCEL, CBOR), key.commands());
    }

    @Test
    void responseBeforeCancelIsReturned() throws ChannelException {
        key.then(message -> cancel.cancel()).then(cancelled -> key.sends(CBOR, 0x00));
        assertArrayEquals(
                new byte[] {0x00}, open().exchange(MESSAGE, new ExchangeControl(soon(), cancel, state -> {})));
    }

    @Test
    void cancelsAtTheDeadline() throws ChannelException {
        key.then(message -> key.sends(KEEPALIVE, 2)).then(cancelled -> key.sends(CBOR, 0x2D));
        CtapHid channel = open();
        assertProblem(DeviceProblem.TIMEOUT, () -> channel.exchange(MESSAGE, shortly()));
        key.thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(channel));
        assertEquals(List.of(INIT, CBOR, CANCEL, CBOR), key.commands());
    }

    @Test
    void silentKeyTimesOutBeforeTheDeadline() throws ChannelException {
        CtapHid channel = CtapHid.open(key, soon(), new CtapHidTimeouts(Duration.ofMillis(1), Duration.ofMillis(100)));
        ExchangeControl patient = ExchangeControl.within(Deadline.inSeconds(3600));
        assertProblem(DeviceProblem.TIMEOUT, () -> channel.exchange(MESSAGE, patient));
        assertEquals(List.of(INIT, CBOR, CANCEL), key.commands());
    }

    @Test
    void resynchronisesAfterIncompleteMessage() throws ChannelException {
        CtapHid channel = open();
        key.then(message -> {}).then(cancelled -> {});
        assertProblem(DeviceProblem.TIMEOUT, () -> channel.exchange(MESSAGE, shortly()));
        key.sends(CBOR, 0x11);
        key.thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(channel));
        assertEquals(List.of(INIT, CBOR, CANCEL, INIT, CBOR), key.commands());
    }

    @Test
    void missingPacketIsAProtocolError() throws ChannelException {
        CtapHid channel = open();
        key.then(message -> {
            List<byte[]> packets = Packets.of(ScriptedKey.OURS, new HidMessage(CBOR, new byte[200]), 64);
            key.sendsReports(List.of(packets.get(0), packets.get(2)));
        });
        assertProblem(DeviceProblem.PROTOCOL_ERROR, () -> send(channel));
        key.thenAnswers(CBOR, 0x00);
        assertArrayEquals(new byte[] {0x00}, send(channel));
    }

    @Test
    void interruptCancelsAndIsPreserved() throws ChannelException {
        key.then(message -> Thread.currentThread().interrupt()).then(cancelled -> key.sends(CBOR, 0x2D));
        assertArrayEquals(new byte[] {0x2D}, send(open()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void errorsAreMapped() throws ChannelException {
        CtapHid channel = open();
        key.thenAnswers(ERROR, 0x01).thenAnswers(ERROR, 0x05).thenAnswers(CBOR);
        assertProblem(DeviceProblem.PROTOCOL_ERROR, () -> send(channel));
        assertProblem(DeviceProblem.TIMEOUT, () -> send(channel));
        assertProblem(DeviceProblem.PROTOCOL_ERROR, () -> send(channel));
    }

    @Test
    void u2fKeyBlinksButRejectsMessages() throws ChannelException {
        key.withCapabilities(0x01).thenAnswers(WINK);
        CtapHid channel = open();
        assertProblem(DeviceProblem.U2F_ONLY, () -> send(channel));
        assertTrue(channel.wink(soon()));
        assertEquals(List.of(INIT, WINK), key.commands());
    }

    @Test
    void winkIsNotSentIfUnsupported() throws ChannelException {
        key.withCapabilities(0x04);
        assertFalse(open().wink(soon()));
        assertEquals(List.of(INIT), key.commands());
    }

    @Test
    void rejectsMessagesThatAreTooLong() throws ChannelException {
        CtapHid channel = open();
        key.thenAnswers(CBOR, 0x00);
        channel.exchange(new byte[7609], ExchangeControl.within(soon()));
        assertEquals(7609, key.received().getLast().data().length);
        assertThrows(
                IllegalArgumentException.class, () -> channel.exchange(new byte[7610], ExchangeControl.within(soon())));
    }

    private CtapHid open() throws ChannelException {
        return CtapHid.open(key, soon(), new CtapHidTimeouts(Duration.ofMillis(1), Duration.ofSeconds(10)));
    }

    private static byte[] send(CtapHid channel) throws ChannelException {
        return channel.exchange(MESSAGE, ExchangeControl.within(soon()));
    }

    private static ExchangeControl shortly() {
        return ExchangeControl.within(Deadline.in(Duration.ofMillis(50)));
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
