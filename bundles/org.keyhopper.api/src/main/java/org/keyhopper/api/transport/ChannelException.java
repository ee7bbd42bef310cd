package org.keyhopper.api.transport;

import java.io.IOException;
import java.util.Objects;
import org.keyhopper.api.diagnostic.Problem;

/**
 * Thrown when the link to a device fails. A response of the device, including an error status, is never reported this
 * way.
 */
public final class ChannelException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ChannelException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public ChannelException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public Problem problem() {
        return problem;
    }
}
