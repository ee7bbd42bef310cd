package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.core.fido.FidoConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;

/**
 * A virtual CTAPHID connection for the CTAP library. The library sends CTAPHID packets and supports neither other
 * channels, busy devices nor cards; this class reassembles its messages and passes them to a {@link FidoChannel}, which
 * handles keep-alives and cancellation.
 */
final class MessageConnection implements FidoConnection {

    private static final byte INIT = (byte) 0x86;
    private static final byte CBOR = (byte) 0x90;
    private static final int CHANNEL = 1;
    private static final byte CAPABILITIES = 0x0C;

    private final FidoChannel channel;
    private HidRequest request = new HidRequest();
    private HidReply reply;
    private ExchangeControl control;
    private CtapRequest lastRequest = CtapRequest.OTHER;
    private byte[] lastAnswer = {};
    private boolean mayHaveChanged;

    MessageConnection(FidoChannel channel) {
        this.channel = channel;
    }

    /** Starts an operation under the given control. */
    void begin(ExchangeControl operation) {
        control = operation;
        mayHaveChanged = false;
        request = new HidRequest();
        reply = null;
    }

    /** Continues the same operation under another control. */
    void continueUnder(ExchangeControl next) {
        control = next;
    }

    CtapRequest lastRequest() {
        return lastRequest;
    }

    /** Returns the last response unchanged: status byte and CBOR. */
    byte[] lastAnswer() {
        return lastAnswer;
    }

    /** Returns whether the device has changed, or may have changed, since {@link #begin}. */
    boolean mayHaveChanged() {
        return mayHaveChanged;
    }

    @Override
    public void send(byte[] packet) throws IOException {
        request.add(packet);
    }

    @Override
    public void receive(byte[] packet) throws IOException {
        if (reply == null) {
            reply = answer(request);
            request = new HidRequest();
        }
        reply.next(packet);
        if (reply.isSent()) {
            reply = null;
        }
    }

    private HidReply answer(HidRequest asked) throws IOException {
        return switch (asked.command()) {
            case INIT -> new HidReply(asked.channel(), INIT, initResponse(asked.payload()));
            case CBOR -> new HidReply(asked.channel(), CBOR, exchange(asked.payload()));
            default -> throw new IOException("no such command on a virtual channel: " + asked.command());
        };
    }

    private byte[] exchange(byte[] message) throws IOException {
        lastRequest = CtapRequest.of(message);
        boolean changedBefore = mayHaveChanged;
        mayHaveChanged |= lastRequest.changesDevice();
        lastAnswer = channel.exchange(message, control);
        if (lastAnswer.length > 0 && lastAnswer[0] != 0) {
            mayHaveChanged = changedBefore;
        }
        return LenientResponse.of(lastRequest, lastAnswer);
    }

    private static byte[] initResponse(byte[] nonce) {
        return ByteBuffer.allocate(17)
                .put(nonce)
                .putInt(CHANNEL)
                .put(new byte[] {2, 0, 0, 0, CAPABILITIES})
                .array();
    }

    @Override
    public void close() {
        // The channel is owned by the caller that opened it.
    }
}
