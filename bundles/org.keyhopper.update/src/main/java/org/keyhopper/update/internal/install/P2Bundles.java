package org.keyhopper.update.internal.install;

import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Starts the bundles that provide p2's services. The product does not start them, to keep startup fast. */
final class P2Bundles {

    private static final Set<String> NAMES = Set.of(
            "org.eclipse.equinox.p2.core",
            "org.eclipse.equinox.p2.engine",
            "org.eclipse.equinox.p2.director",
            "org.eclipse.equinox.p2.garbagecollector",
            "org.eclipse.equinox.p2.transport.ecf");

    private P2Bundles() {}

    static void start(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            if (NAMES.contains(bundle.getSymbolicName())) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException e) {
                    throw new IllegalStateException(bundle + " does not start", e);
                }
            }
        }
    }
}
