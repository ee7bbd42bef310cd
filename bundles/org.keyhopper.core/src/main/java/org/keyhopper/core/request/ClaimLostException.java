package org.keyhopper.core.request;

/** A write under a claim that is not current any more. Nothing was written; the holder must stop. */
public final class ClaimLostException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String request;

    public ClaimLostException(Claim lost) {
        super("This station lost its claim on request " + lost.request() + " (claim " + lost.number()
                + "). Nothing was changed. Look at the request again.");
        request = lost.request().value();
    }

    /** Returns the request that another station may have worked on since. */
    public RequestId request() {
        return new RequestId(request);
    }
}
