package org.keyhopper.transport.pcsc.internal.apdu;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;

/**
 * Polls with NFCCTAP_GETRESPONSE (CTAP 2.2 section 11.3.5.2) while the card responds with 9100, and sends a cancel if
 * the caller cancels, the thread is interrupted or the deadline passes. After the cancel it polls until the last
 * response, which would otherwise be taken for that of the next message.
 */
final class KeepAlivePolling {

    private static final int CLA = 0x80;
    private static final int INS = 0x11;
    private static final int CANCEL = 0x11;
    private static final int TOUCH_NEEDED = 2;
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(1);

    private final ApduLink card;
    private final Duration pause;

    KeepAlivePolling(ApduLink card, Duration pause) {
        this.card = card;
        this.pause = pause;
    }

    ResponseApdu untilDone(ResponseApdu first, ExchangeControl control) throws ChannelException {
        ResponseApdu answer = first;
        KeepAlive reportedState = null;
        while (answer.keepsAlive() && !mustStop(control)) {
            KeepAlive state = stateIn(answer);
            if (state != reportedState) {
                control.keepAlive().accept(state);
                reportedState = state;
            }
            pause();
            answer = mustStop(control) ? answer : ask(0);
        }
        return answer.keepsAlive() ? untilStopped(control) : answer;
    }

    private ResponseApdu untilStopped(ExchangeControl control) throws ChannelException {
        Deadline end = Deadline.in(TIME_TO_STOP);
        ResponseApdu answer = ask(CANCEL);
        while (answer.keepsAlive() && !end.hasPassed()) {
            LockSupport.parkNanos(pause.toNanos());
            answer = ask(0);
        }
        if (answer.keepsAlive() || (stoppedByUs(answer) && control.deadline().hasPassed())) {
            throw new ChannelException(
                    Problem.of(DeviceProblem.TIMEOUT).withDetail("SW " + StatusWord.hex(answer.sw())));
        }
        return answer;
    }

    private static boolean stoppedByUs(ResponseApdu answer) {
        return answer.data().length == 1 && answer.data()[0] == NfcCtap.KEEPALIVE_CANCEL;
    }

    private ResponseApdu ask(int p1) throws ChannelException {
        return ResponseApdu.of(card.transmit(new CommandApdu(CLA, INS, p1, 0).shortForm()));
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean mustStop(ExchangeControl control) {
        return control.cancel().isCancelled()
                || control.deadline().hasPassed()
                || Thread.currentThread().isInterrupted();
    }

    private static KeepAlive stateIn(ResponseApdu answer) {
        boolean touch = answer.data().length > 0 && answer.data()[0] == TOUCH_NEEDED;
        return touch ? KeepAlive.TOUCH_NEEDED : KeepAlive.PROCESSING;
    }
}
