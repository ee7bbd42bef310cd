package org.keyhopper.core.request;

/** A write under a claim that is not current any more. Nothing was written; the holder must stop. */
public final class ClaimLostException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String request;

    /**
     * Creates an exception for a lost claim.
     *
     * @param request the request of its recipient
     * @param claim its fencing number
     */
    public ClaimLostException(RequestId request, long claim) {
        super("This station lost its claim on request " + request + " (claim " + claim
                + "). Nothing was changed. Look at the request again.");
        this.request = request.value();
    }

    /** Returns the request that another station may have worked on since. */
    public RequestId request() {
        return new RequestId(request);
    }
}
