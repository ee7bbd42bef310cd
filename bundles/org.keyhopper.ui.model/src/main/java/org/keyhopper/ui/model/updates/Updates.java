package org.keyhopper.ui.model.updates;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.ProductUpdates;

/**
 * The services that update the product. The first call of either of the first two may be slow.
 *
 * @param updates installs updates
 * @param dropIns returns the state of the files in the folder {@code dropins}
 * @param replaced whether the installation was replaced by another version while running; fast
 */
public record Updates(Supplier<ProductUpdates> updates, Supplier<List<DropIn>> dropIns, BooleanSupplier replaced) {}
