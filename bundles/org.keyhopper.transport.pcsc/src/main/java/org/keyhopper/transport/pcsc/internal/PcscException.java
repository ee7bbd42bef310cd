package org.keyhopper.transport.pcsc.internal;

import java.io.IOException;
import javax.smartcardio.CardException;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/** Thrown when a PC/SC call fails; holds the error code of the resource manager. */
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

    /** Extracts the error code from an exception of the library. */
    static PcscException of(Exception failure) {
        return new PcscException(codeOf(failure), message(failure), failure);
    }

    private static int codeOf(Exception failure) {
        return switch (failure) {
            case JnaPCSCException known -> (int) known.code;
            case JnaCardNotPresentException absent -> (int) absent.code;
            case EstablishContextException context -> (int) context.getCause().code;
            default -> ScardCode.INTERNAL_ERROR;
        };
    }

    private static String message(Exception failure) {
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
