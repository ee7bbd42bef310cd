package org.keyhopper.transport.helper.internal.client;

import java.io.IOException;

/** There is no helper, or only what one left behind. */
final class HelperUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    HelperUnavailableException(Exception why) {
        super(why);
    }
}
