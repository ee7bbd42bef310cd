package org.keyhopper.transport.helper.internal.client;

import java.io.IOException;

/** There is no helper, or only what one left behind. */
final class HelperAbsent extends IOException {

    private static final long serialVersionUID = 1L;

    HelperAbsent(Exception why) {
        super(why);
    }
}
