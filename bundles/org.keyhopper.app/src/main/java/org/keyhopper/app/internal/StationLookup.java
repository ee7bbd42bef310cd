package org.keyhopper.app.internal;

import java.util.Optional;
import org.keyhopper.ui.model.StationSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** Finds the station source in the service registry; waits for a short time, because services start asynchronously. */
final class StationLookup {

    private static final long TIMEOUT_MILLIS = 10_000;

    private StationLookup() {}

    static Optional<StationSource> find(BundleContext context, String mode) throws InterruptedException {
        ServiceTracker<StationSource, StationSource> tracker = new ServiceTracker<>(context, filter(mode), null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(TIMEOUT_MILLIS));
        } finally {
            tracker.close();
        }
    }

    /** Returns a source that is opened only when it is used. */
    static Optional<StationSource> present(String mode) {
        BundleContext context = FrameworkUtil.getBundle(StationLookup.class).getBundleContext();
        return Optional.of(new DeferredSource(context, mode));
    }

    private static Filter filter(String mode) {
        String text = "(&(objectClass=" + StationSource.class.getName() + ")(" + StationSource.MODE + "=" + mode + "))";
        try {
            return FrameworkUtil.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
