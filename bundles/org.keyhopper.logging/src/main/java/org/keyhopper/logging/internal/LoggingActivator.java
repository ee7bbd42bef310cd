package org.keyhopper.logging.internal;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Started before all bundles that log, so that no message is lost. */
public final class LoggingActivator implements BundleActivator {

    private LogFile log;

    @Override
    public void start(BundleContext context) {
        log = LogFile.under(Home.path(), LogFile.Form.named(System.getenv("KEYHOPPER_LOG")));
    }

    @Override
    public void stop(BundleContext context) {
        log.close();
    }
}
