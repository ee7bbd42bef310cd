package org.keyhopper.rehearsal.authenticator.card;

import java.nio.charset.StandardCharsets;
import org.keyhopper.rehearsal.authenticator.model.SpecificationLevel;

/**
 * The parts of CTAP1 that clients probe: the version. Registration and authentication always return that user presence
 * is missing.
 */
final class U2fCommands {
    private static final int REGISTER = 0x01;
    private static final int AUTHENTICATE = 0x02;
    private static final int VERSION = 0x03;

    private final boolean only;

    U2fCommands(SpecificationLevel level) {
        only = level == SpecificationLevel.U2F_ONLY;
    }

    /** Returns the response to SELECT. */
    byte[] version() {
        return (only ? "U2F_V2" : "FIDO_2_0").getBytes(StandardCharsets.US_ASCII);
    }

    ResponseApdu answer(CommandApdu command) {
        if (!only) {
            return ResponseApdu.of(ResponseApdu.UNKNOWN_INSTRUCTION);
        }
        return switch (command.ins()) {
            case VERSION -> ResponseApdu.of(version());
            case REGISTER -> ResponseApdu.of(ResponseApdu.CONDITIONS_NOT_SATISFIED);
            case AUTHENTICATE -> ResponseApdu.of(ResponseApdu.WRONG_DATA);
            default -> ResponseApdu.of(ResponseApdu.UNKNOWN_INSTRUCTION);
        };
    }
}
