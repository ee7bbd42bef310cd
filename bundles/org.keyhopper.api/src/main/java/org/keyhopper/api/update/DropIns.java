package org.keyhopper.api.update;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What became of the files in the folder {@code dropins} at this start. An OSGi service. */
@ProviderType
public interface DropIns {

    /** Returns all, used or not, by path. Fast, any thread. */
    List<DropIn> all();
}
