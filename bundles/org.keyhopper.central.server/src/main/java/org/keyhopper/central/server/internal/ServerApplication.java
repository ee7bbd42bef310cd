package org.keyhopper.central.server.internal;

import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.central.server.internal.command.CentralCommand;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The application behind {@code keyhopper-central}. Its return value becomes the exit code of the process. */
public final class ServerApplication implements IApplication {

    private static final long TIMEOUT_MILLIS = 30_000;

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundles = FrameworkUtil.getBundle(getClass()).getBundleContext();
        ServiceTracker<DirectoryConnector, DirectoryConnector> connectors =
                new ServiceTracker<>(bundles, DirectoryConnector.class, null);
        connectors.open();
        try {
            return CentralCommand.execute(() -> installed(connectors), arguments);
        } finally {
            connectors.close();
        }
    }

    /** Services are registered asynchronously; a loaded machine may take seconds for the first. */
    private static List<DirectoryConnector> installed(
            ServiceTracker<DirectoryConnector, DirectoryConnector> connectors) {
        try {
            connectors.waitForService(TIMEOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of(connectors.getServices(new DirectoryConnector[0]));
    }

    @Override
    public void stop() {
        CentralCommand.stopServing();
    }
}
