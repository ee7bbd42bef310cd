package org.keyhopper.transport.pcsc.internal.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class KeepAlivePollingTest {

    private static final String PROCESSING = "019100";
    private static final String TOUCH = "029100";
    private static final String POLL = "8011000000";
    private static final String CANCEL = "8011110000";

    private final ScriptedCard card = new ScriptedCard();
    private final NfcCtap ctap = new NfcCtap(card, new CardTraits(false), Duration.ofMillis(1));
    private final CancelSignal cancel = new CancelSignal();
    private final List<KeepAlive> states = new ArrayList<>();

    @Test
    void pollsUntilDoneAndReportsEachChangeOnce() throws ChannelException {
        card.answering(PROCESSING, PROCESSING, TOUCH, TOUCH, "00A09000");
        assertArrayEquals(new byte[] {0, (byte) 0xA0}, exchange(Deadline.inSeconds(10)));
        assertEquals(List.of(POLL, POLL, POLL, POLL), polls());
        assertEquals(List.of(KeepAlive.PROCESSING, KeepAlive.TOUCH_NEEDED), states);
    }

    @Test
    void fetchesLongResponseAfterKeepAlives() throws ChannelException {
        card.answering(PROCESSING, "006101", "A09000");
        assertArrayEquals(new byte[] {0, (byte) 0xA0}, exchange(Deadline.inSeconds(10)));
    }

    @Test
    void cancelsAndReadsTheLastResponse() throws ChannelException {
        card.answering(TOUCH, TOUCH, "2D9000");
        ExchangeControl control = new ExchangeControl(Deadline.inSeconds(10), cancel, state -> cancel.cancel());
        assertArrayEquals(new byte[] {0x2D}, ctap.exchange(new byte[] {1}, control));
        assertEquals(List.of(CANCEL, POLL), polls());
    }

    @Test
    void successDespiteTheCancelIsReturned() throws ChannelException {
        card.answering(TOUCH, "00A09000");
        ExchangeControl control = new ExchangeControl(Deadline.inSeconds(10), cancel, state -> cancel.cancel());
        assertArrayEquals(new byte[] {0, (byte) 0xA0}, ctap.exchange(new byte[] {1}, control));
    }

    @Test
    void cancelBeforeTheStartSendsNothing() throws ChannelException {
        cancel.cancel();
        assertArrayEquals(new byte[] {0x2D}, exchange(Deadline.inSeconds(10)));
        assertTrue(card.commands().isEmpty());
    }

    @Test
    void cancelsAtTheDeadline() {
        card.answering(TOUCH, "2D9000");
        ChannelException failure = assertThrows(ChannelException.class, () -> exchange(Deadline.in(Duration.ZERO)));
        assertTrue(failure.problem().is(DeviceProblem.TIMEOUT));
        assertEquals(List.of(CANCEL), polls());
    }

    @Test
    void interruptCancelsAndIsPreserved() throws ChannelException {
        card.answering(TOUCH, TOUCH, "2D9000");
        Thread.currentThread().interrupt();
        assertArrayEquals(new byte[] {0x2D}, exchange(Deadline.inSeconds(10)));
        assertTrue(Thread.interrupted());
        assertEquals(CANCEL, polls().getFirst());
    }

    private byte[] exchange(Deadline deadline) throws ChannelException {
        return ctap.exchange(new byte[] {1}, new ExchangeControl(deadline, cancel, states::add));
    }

    private List<String> polls() {
        return card.commands().subList(1, card.commands().size()).stream()
                .filter(command -> command.startsWith("8011"))
                .toList();
    }
}
