package org.keyhopper.logging.internal;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Started before any bundle that logs, so that the first line is not lost. */
public final class LoggingActivator implements BundleActivator {

    private LogFile log;

    @Override
    public void start(BundleContext context) {
        log = LogFile.under(KeyhopperHome.path());
    }

    @Override
    public void stop(BundleContext context) {
        log.close();
    }
}
