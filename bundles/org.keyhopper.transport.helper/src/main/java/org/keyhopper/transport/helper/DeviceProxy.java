package org.keyhopper.transport.helper;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Lends the devices that this process can reach to the Keyhopper of one person, and does nothing else for it. */
@ProviderType
public interface DeviceProxy {

    /**
     * Waits for the person's Keyhopper, serves it until it leaves, and returns how it ended. Blocking; the folder where
     * it waits is gone afterwards, also when the process is told to end.
     *
     * @throws HelperRefusedException when it cannot wait there; its message is for a person
     */
    HelperEnd serve(HelperOrder order, Follower follower) throws HelperRefusedException;

    /** Hears how it goes, on the thread that called {@link DeviceProxy#serve}. */
    interface Follower {

        /** It waits in this folder, where the person's Keyhopper can find it. */
        void ready(Path folder);

        /** The person's Keyhopper is connected; nobody else can be any more. */
        void connected();
    }
}
