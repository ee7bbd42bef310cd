package org.keyhopper.api.update;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The result of loading the folder {@code dropins} at startup. An OSGi service. */
@ProviderType
public interface DropIns {

    /** Returns all files, used or not, ordered by path. Does not block, any thread. */
    List<DropIn> all();
}
