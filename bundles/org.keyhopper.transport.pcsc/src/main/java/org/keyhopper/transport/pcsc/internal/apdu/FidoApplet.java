package org.keyhopper.transport.pcsc.internal.apdu;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/** SELECT of the FIDO application (CTAP 2.2 section 11.3.3). */
final class FidoApplet {

    private static final byte[] AID = HexFormat.of().parseHex("A0000006472F0001");
    private static final CommandApdu SELECT = new CommandApdu(0x00, 0xA4, 0x04, 0x00, AID);

    private final ApduLink card;
    private boolean claimsU2fOnly;
    private boolean fresh;

    FidoApplet(ApduLink card) {
        this.card = card;
    }

    /** Selects it. Fails with NO_FIDO_APPLET and the status word if the card refuses. */
    void select() throws ChannelException {
        ResponseApdu answer = ResponseApdu.of(card.transmit(SELECT.shortForm()));
        if (!answer.succeeded()) {
            throw new ChannelException(Problem.of(DeviceProblem.NO_FIDO_APPLET, StatusWord.hex(answer.sw()))
                    .withDetail("SELECT: SW " + StatusWord.hex(answer.sw())));
        }
        fresh = true;
        claimsU2fOnly = "U2F_V2".equals(new String(answer.data(), StandardCharsets.US_ASCII));
    }

    /** Notes that it processed a message. Another program may select something else at any time. */
    void answered() {
        fresh = false;
    }

    /**
     * Returns whether a refusal may come from another applet: this one has responded before, but may not be selected
     * any more.
     */
    boolean mayHaveBeenLeft() {
        return !fresh;
    }

    /** Returns whether the last response named only U2F. CTAP2 may be supported nevertheless, as getInfo will show. */
    boolean claimsU2fOnly() {
        return claimsU2fOnly;
    }
}
