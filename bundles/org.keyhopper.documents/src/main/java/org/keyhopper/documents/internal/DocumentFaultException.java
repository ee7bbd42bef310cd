package org.keyhopper.documents.internal;

import org.keyhopper.documents.DocumentFault;

/** Aborts reading of a file after a fatal fault. Never thrown to callers outside this bundle. */
public final class DocumentFaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient DocumentFault fault;

    public DocumentFaultException(int line, String place, String message) {
        super(message);
        fault = new DocumentFault(line, place, message);
    }

    public DocumentFault fault() {
        return fault;
    }
}
