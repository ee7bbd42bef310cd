package org.keyhopper.transport.pcsc.internal;

import java.io.IOException;
import javax.smartcardio.CardException;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/** A PC/SC call failed; holds the number that the resource manager gave. */
final class PcscException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;

    PcscException(int code, String call) {
        this(code, call, null);
    }

    private PcscException(int code, String call, Throwable cause) {
        super("%s: 0x%08X".formatted(call, code), cause);
        this.code = code;
    }

    /** Reads the number out of what the library throws. */
    static PcscException of(Exception failure) {
        return new PcscException(codeIn(failure), words(failure), failure);
    }

    private static int codeIn(Exception failure) {
        return switch (failure) {
            case JnaPCSCException known -> (int) known.code;
            case JnaCardNotPresentException absent -> (int) absent.code;
            case EstablishContextException context -> (int) context.getCause().code;
            default -> ScardCode.INTERNAL_ERROR;
        };
    }

    private static String words(Exception failure) {
        return failure instanceof CardException ? "PC/SC" : failure.getClass().getSimpleName();
    }

    int code() {
        return code;
    }

    boolean is(int other) {
        return code == other;
    }

    Problem problem() {
        return Problem.of(ScardCode.problem(code)).withDetail(getMessage());
    }

    ChannelException asChannelException() {
        return new ChannelException(problem(), this);
    }
}
