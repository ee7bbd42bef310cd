package org.keyhopper.transport.helper;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Makes the devices of this process accessible to the Keyhopper of one user. An OSGi service. */
@ProviderType
public interface DeviceProxy {

    /**
     * Waits for the user's Keyhopper, serves it until it disconnects, and returns how it ended. Blocking; the folder is
     * deleted on return and when the process is terminated.
     *
     * @throws HelperRefusedException if the folder cannot be created; its message is shown to the user
     */
    HelperEnd serve(HelperOptions options, Follower follower) throws HelperRefusedException;

    /** Receives progress on the thread that called {@link DeviceProxy#serve}. */
    interface Follower {

        /** The helper is waiting in this folder, where the user's Keyhopper can find it. */
        void ready(Path folder);

        /** The user's Keyhopper is connected; no other connection will be accepted. */
        void connected();
    }
}
