package org.keyhopper.core.printer;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.Encoder;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The readers behind the encoders of printers, as learned. Blocking on the store, any thread; a store that fails ends with
 * {@link org.keyhopper.core.request.StoreException}.
 */
@ProviderType
public interface ReaderBindings {

    Optional<ReaderBinding> find(String printer, Encoder encoder);

    List<ReaderBinding> list();

    /** Keeps a binding in place of an older one for the same encoder, or for the same reader. */
    void put(ReaderBinding binding);

    /** Forgets a binding; does nothing without one. */
    void remove(String printer, Encoder encoder);
}
