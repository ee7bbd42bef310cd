package org.keyhopper.core.request;

/** The store could not be read or written: full disk, broken file, wrong key. Work must stop; nothing was half done. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
