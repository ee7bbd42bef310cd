package org.keyhopper.central.server.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The version of this program. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** Returns that of the bundle; "development" outside of the product. */
    public static String text() {
        Bundle bundle = FrameworkUtil.getBundle(ProgramVersion.class);
        return bundle == null ? "development" : bundle.getVersion().toString();
    }
}
