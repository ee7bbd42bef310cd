package org.keyhopper.update.internal;

import java.util.List;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.DropIns;
import org.keyhopper.update.internal.dropins.DropInLoader;
import org.keyhopper.update.internal.install.ProductFolder;
import org.keyhopper.update.internal.policy.PolicyFile;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.slf4j.LoggerFactory;

/**
 * Started before the application: drop-ins must be installed before drivers are searched, and the policy must be known
 * before anything else.
 */
public final class UpdateActivator implements BundleActivator {

    private static final String FOLDER = "dropins";

    @Override
    public void start(BundleContext context) {
        StationPolicy policy = PolicyFile.read();
        policy.fault().ifPresent(fault -> LoggerFactory.getLogger(UpdateActivator.class)
                .error("Policy: {}", fault));
        context.registerService(StationPolicy.class, policy, null);
        List<DropIn> loaded =
                new DropInLoader(context, ProductFolder.of(context).resolve(FOLDER), policy.dropIns()).load();
        context.registerService(DropIns.class, () -> loaded, null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework unregisters the services; drop-ins whose jars were deleted are uninstalled at the next start.
    }
}
