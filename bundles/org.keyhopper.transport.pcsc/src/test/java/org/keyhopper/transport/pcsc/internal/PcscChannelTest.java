package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;

/** The channel's behaviour if the card is reset, removed or busy; without a reader. SELECT is A4, a message 10. */
class PcscChannelTest {

    private static final String ATR = "3B8180018080";
    private static final String EXTENDED_ATR = "3B8D80018073C021C057597562694B65F9";

    private final ScriptedHandle handle = new ScriptedHandle();
    private String atr = ATR;
    private String reader = "Reader 00 00";
    private CardHandle cardAtNextConnect = handle;
    private int refusalsToConnect;
    private Insertion insertion;

    @Test
    void selectsWhenOpenedAndEndsTheTransaction() throws ChannelException {
        open().close();
        assertEquals(List.of("begin", "A4", "end", "close"), handle.calls());
    }

    @Test
    void messageOutsideAHoldHasItsOwnTransaction() throws ChannelException {
        FidoChannel channel = open();
        send(channel);
        send(channel);
        assertEquals(List.of("begin", "10", "end", "begin", "10", "end"), afterOpening());
    }

    @Test
    void nestedHoldsAreOneTransaction() throws ChannelException {
        FidoChannel channel = open();
        FidoChannel.Hold outer = channel.beginExclusive(soon());
        FidoChannel.Hold inner = channel.beginExclusive(soon());
        send(channel);
        inner.close();
        inner.close();
        send(channel);
        outer.close();
        assertEquals(List.of("begin", "10", "10", "end"), afterOpening());
    }

    @Test
    void resetDetectedWhenAHoldBeginsIsHandled() throws ChannelException {
        FidoChannel channel = open();
        handle.failing("begin", ScardCode.RESET_CARD);
        send(channel);
        assertEquals(List.of("begin", "LEAVE", "begin", "A4", "10", "end"), afterOpening());
    }

    @Test
    void resetDuringAMessageIsReported() throws ChannelException {
        FidoChannel channel = open();
        handle.failing("10", ScardCode.RESET_CARD);
        assertProblem(DeviceProblem.GONE, () -> send(channel));
        assertProblem(DeviceProblem.GONE, () -> send(channel));
        assertEquals(List.of("begin", "10", "end"), afterOpening());
    }

    @Test
    void readerFailingOnExtendedApduIsUsedWithShortOnes() throws ChannelException {
        atr = EXTENDED_ATR;
        handle.withAtr(EXTENDED_ATR);
        FidoChannel channel = open();
        handle.failing("10", ScardCode.NOT_TRANSACTED);
        channel.exchange(new byte[] {4}, ExchangeControl.within(soon()));
        send(channel);
        assertEquals(List.of("begin", "10", "10", "end", "begin", "10", "end"), afterOpening());
    }

    @Test
    void repeatedResetsAreBusy() throws ChannelException {
        FidoChannel channel = open();
        for (int i = 0; i < 10; i++) {
            handle.failing("begin", ScardCode.RESET_CARD);
        }
        assertProblem(DeviceProblem.GONE, () -> send(channel));
    }

    @Test
    void systemErrorsAreMapped() throws ChannelException {
        handle.failing("A4", ScardCode.NO_ACCESS);
        assertProblem(DeviceProblem.ACCESS_DENIED, this::open);
        assertEquals("close", handle.calls().getLast());
    }

    @Test
    void waitsUntilAnotherProgramReleasesTheCard() throws ChannelException {
        refusalsToConnect = 2;
        open().close();
        assertEquals(0, refusalsToConnect);
    }

    @Test
    void cardHeldByAnotherProgramIsBusy() {
        refusalsToConnect = Integer.MAX_VALUE;
        assertProblem(DeviceProblem.BUSY, () -> link().open(Deadline.in(Duration.ofMillis(150))));
    }

    @Test
    void doesNotOpenAnotherCard() {
        handle.withAtr("3B00");
        assertProblem(DeviceProblem.GONE, this::open);
        assertFalse(handle.calls().contains("A4"));
    }

    @Test
    void endedInsertionSendsNothing() throws ChannelException {
        FidoChannel channel = open();
        insertion.endBecause(Problem.of(DeviceProblem.GONE));
        assertProblem(DeviceProblem.GONE, () -> send(channel));
        assertEquals(List.of(), afterOpening());
    }

    @Test
    void powerCyclesAndSelects() throws ChannelException {
        FidoChannel channel = open();
        assertTrue(channel.powerCycle(soon()));
        assertEquals(List.of("UNPOWER", "begin", "A4", "end"), afterOpening());
    }

    @Test
    void reconnectsAfterThePowerCycle() throws ChannelException {
        FidoChannel channel = open();
        handle.failing("UNPOWER", ScardCode.REMOVED_CARD);
        refusalsToConnect = 1;
        assertTrue(channel.powerCycle(soon()));
        assertEquals(List.of("UNPOWER", "close", "begin", "A4", "end"), afterOpening());
    }

    @Test
    void anotherCardAfterThePowerCycleIsRefused() throws ChannelException {
        FidoChannel channel = open();
        handle.failing("UNPOWER", ScardCode.REMOVED_CARD);
        cardAtNextConnect = new ScriptedHandle().withAtr("3B00");
        assertProblem(DeviceProblem.GONE, () -> channel.powerCycle(soon()));
    }

    @Test
    void unsupportedPowerCycleReturnsFalse() throws ChannelException {
        reader = "HID Global OMNIKEY 5022 Smart Card Reader 0";
        FidoChannel channel = open();
        assertFalse(channel.powerCycle(soon()));
        assertEquals(List.of(), afterOpening());
    }

    private CardHandle connect(String name) throws PcscException {
        if (refusalsToConnect > 0) {
            refusalsToConnect--;
            throw new PcscException(ScardCode.SHARING_VIOLATION, name);
        }
        return cardAtNextConnect;
    }

    private PcscLink link() {
        insertion = new Insertion(new LinkId("pcsc", reader, 1), atr);
        LinkDescription description =
                new LinkDescription(insertion.id(), DeviceKind.CONTACTLESS_CARD, reader, Optional.empty(), atr);
        return new PcscLink(description, insertion, this::connect, new CardTraitsCache());
    }

    private FidoChannel open() throws ChannelException {
        return link().open(soon());
    }

    private List<String> afterOpening() {
        return handle.calls().subList(3, handle.calls().size());
    }

    private static void send(FidoChannel channel) throws ChannelException {
        assertEquals(0, channel.exchange(new byte[] {1}, ExchangeControl.within(soon()))[0]);
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
