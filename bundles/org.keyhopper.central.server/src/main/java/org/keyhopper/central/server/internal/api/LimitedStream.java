package org.keyhopper.central.server.internal.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;

/** A body that may have a number of bytes; a longer one is TOO_LONG. */
final class LimitedStream extends FilterInputStream {

    private final long longest;
    private long read;

    LimitedStream(InputStream in, long longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > longest) {
            throw new ProblemException(Problem.of(CentralProblem.TOO_LONG, Long.toString(longest)));
        }
    }
}
