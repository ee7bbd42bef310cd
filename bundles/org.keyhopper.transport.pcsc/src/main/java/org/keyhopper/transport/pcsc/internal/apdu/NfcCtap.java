package org.keyhopper.transport.pcsc.internal.apdu;

import java.time.Duration;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.ExchangeControl;

/**
 * CTAP2 over ISO 7816 (CTAP 2.2 section 11.3), for contactless and contact cards. Independent of readers, transactions
 * and power. Not thread-safe.
 */
public final class NfcCtap {

    /** The maximum message length of CTAPHID, applied here so that a device behaves the same over every link. */
    public static final int LONGEST_MESSAGE = 7609;

    static final byte KEEPALIVE_CANCEL = 0x2D;

    private static final Duration POLLING_PAUSE = Duration.ofMillis(100);

    private final FidoApplet applet;
    private final MessageCarrier carrier;
    private final KeepAlivePolling polling;

    public NfcCtap(ApduLink card, CardTraits traits) {
        this(card, traits, POLLING_PAUSE);
    }

    NfcCtap(ApduLink card, CardTraits traits, Duration pollingPause) {
        ApduLink whole = card.through(CorrectLe::new).through(GetResponse::new);
        this.applet = new FidoApplet(whole);
        this.carrier = new MessageCarrier(whole, applet, traits);
        this.polling = new KeepAlivePolling(whole, pollingPause);
    }

    /** Selects the FIDO application. Fails with NO_FIDO_APPLET and the status word if the card has none. */
    public void select() throws ChannelException {
        applet.select();
    }

    /**
     * Sends one message and returns the response: CTAP status and CBOR. The application must have been selected since
     * power-up; if another program has selected something else meanwhile, or the device lost the selection at a reset,
     * and reports so, it is selected again.
     */
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        if (message.length == 0 || message.length > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("message of " + message.length + " bytes");
        }
        if (control.cancel().isCancelled()) {
            return new byte[] {KEEPALIVE_CANCEL};
        }
        return ctapAnswer(polling.untilDone(carrier.send(message), control));
    }

    private byte[] ctapAnswer(ResponseApdu answer) throws ChannelException {
        if (answer.succeeded() && answer.data().length > 0) {
            return answer.data();
        }
        if (StatusWord.carriesCtapStatus(answer.sw())) {
            return new byte[] {(byte) answer.sw2()};
        }
        throw new ChannelException(
                Problem.of(problemIn(answer.sw())).withDetail("NFCCTAP_MSG: SW " + StatusWord.hex(answer.sw())));
    }

    private DeviceProblem problemIn(int sw) {
        if (StatusWord.meansReaderLostCard(sw)) {
            return DeviceProblem.GONE;
        }
        return StatusWord.isUnknownCommand(sw) && applet.claimsU2fOnly()
                ? DeviceProblem.U2F_ONLY
                : DeviceProblem.PROTOCOL_ERROR;
    }
}
