package org.keyhopper.transport.helper.internal.client;

import java.io.IOException;

/** Thrown if no helper is running, including if the folder of an earlier one remains. */
final class HelperUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    HelperUnavailableException(Exception why) {
        super(why);
    }
}
