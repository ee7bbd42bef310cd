package org.keyhopper.ui.model.upkeep;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.ProductUpdates;

/**
 * What looks after the product itself. The first two may be slow when asked first.
 *
 * @param updates changes the product
 * @param dropIns what became of the files in the folder {@code dropins}
 * @param replaced whether another version was put in the place of the one that runs; fast
 */
public record Updates(Supplier<ProductUpdates> updates, Supplier<List<DropIn>> dropIns, BooleanSupplier replaced) {}
