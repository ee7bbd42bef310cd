package org.keyhopper.ui.model.upkeep;

import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.ProductUpdates;

/**
 * What looks after the product itself. Both may be slow when asked first.
 *
 * @param updates changes the product
 * @param dropIns what became of the files in the folder {@code dropins}
 */
public record Upkeep(Supplier<ProductUpdates> updates, Supplier<List<DropIn>> dropIns) {}
