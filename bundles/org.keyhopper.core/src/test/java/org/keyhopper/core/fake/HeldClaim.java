package org.keyhopper.core.fake;

import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;

/** A claim on a recipient of requests in memory. */
record HeldClaim(MemoryRequests from, RecipientId recipient, long number) implements Claim {
    @Override
    public void close() {
        from.release(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldClaim held && held.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return "claim " + number + " on " + recipient;
    }
}
