package org.keyhopper.core.internal.device;

import org.keyhopper.api.transport.TransportProvider;

/** A transport whose service never answers. */
final class SilentTransport implements TransportProvider {

    @Override
    public String id() {
        return "silent";
    }

    @Override
    public Watch watch(TransportListener listener) {
        return () -> {};
    }
}
