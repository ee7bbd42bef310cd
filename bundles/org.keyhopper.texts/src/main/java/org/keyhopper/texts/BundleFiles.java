package org.keyhopper.texts;

import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;

/** The files of the bundles in the framework, and of the fragments that translate them. */
final class BundleFiles implements TextFiles {

    private static final int INSTALLED = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private static BundleFiles tracked;

    private final BundleTracker<Bundle> bundles;

    private BundleFiles(BundleContext context) {
        bundles = new BundleTracker<>(context, INSTALLED, null) {
            @Override
            public Bundle addingBundle(Bundle bundle, BundleEvent event) {
                return usesApi(bundle) && bundle.getEntry(FOLDER + "/keyhopper.properties") != null ? bundle : null;
            }
        };
    }

    /** Returns whether a bundle can have problem codes or settings of its own. To look into every bundle slows the start. */
    private static boolean usesApi(Bundle bundle) {
        Bundle api = FrameworkUtil.getBundle(ProblemCode.class);
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && wiring.getRequiredWires(null).stream()
                        .anyMatch(wire -> api.equals(wire.getProvider().getBundle()));
    }

    /** Returns the one instance of this framework, which tracks its bundles from the first call on. */
    static synchronized BundleFiles tracked() {
        if (tracked == null) {
            tracked = new BundleFiles(FrameworkUtil.getBundle(BundleFiles.class).getBundleContext());
            tracked.bundles.open();
        }
        return tracked;
    }

    @Override
    public int revision() {
        return bundles.getTrackingCount();
    }

    @Override
    public List<URL> named(String name) {
        return bundles.getTracked().keySet().stream()
                .sorted()
                .flatMap(bundle -> files(bundle, name))
                .toList();
    }

    private static Stream<URL> files(Bundle bundle, String name) {
        return Optional.ofNullable(bundle.findEntries(FOLDER, name, false)).stream()
                .flatMap(found -> Collections.list(found).stream());
    }
}
