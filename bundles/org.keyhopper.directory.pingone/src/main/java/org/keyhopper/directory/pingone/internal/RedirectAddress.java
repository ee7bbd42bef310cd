package org.keyhopper.directory.pingone.internal;

import java.util.List;
import org.keyhopper.directory.support.oauth.LoopbackListener;

/** Where the browser comes back to. PingOne compares the port as well, so all of these have to be registered. */
final class RedirectAddress {

    static final LoopbackListener.Redirect REDIRECT =
            new LoopbackListener.Redirect(List.of(9443, 9444, 9445), "/keyhopper");
    static final String WORDS = "http://localhost:9443/keyhopper, or port 9444 or 9445";

    private RedirectAddress() {}
}
