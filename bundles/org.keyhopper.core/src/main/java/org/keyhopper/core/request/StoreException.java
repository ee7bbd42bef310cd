package org.keyhopper.core.request;

/** The store could not be read or written: full disk, broken file, wrong key. Work must stop; nothing was half done. */
public sealed class StoreException extends RuntimeException permits CentralUnavailableException, ClaimLostException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
