package org.keyhopper.support.internal;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The installed bundles. */
public final class InstalledParts {

    private static final List<String> STATES =
            List.of("uninstalled", "installed", "resolved", "starting", "stopping", "active");

    private InstalledParts() {}

    /** Returns name, version and state of every bundle, sorted. */
    public static List<String> of(BundleContext context) {
        return Stream.of(context.getBundles())
                .map(InstalledParts::line)
                .sorted()
                .toList();
    }

    private static String line(Bundle bundle) {
        String state = STATES.get(Integer.numberOfTrailingZeros(bundle.getState()));
        return bundle.getSymbolicName() + " " + bundle.getVersion() + " " + state;
    }
}
