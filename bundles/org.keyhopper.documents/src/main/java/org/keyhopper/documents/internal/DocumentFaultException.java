package org.keyhopper.documents.internal;

import org.keyhopper.documents.DocumentFault;

/** Ends the reading of a file that cannot be read any further. Does not leave this bundle. */
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
