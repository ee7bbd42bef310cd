package org.keyhopper.app.internal;

import java.util.Optional;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.update.DropIns;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.ui.model.updates.Updates;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Provides services of the product from the service registry: updates on demand, so that p2 is not started earlier. */
final class UpdateServices {

    private UpdateServices() {}

    static Optional<Network> network() {
        BundleContext context = FrameworkUtil.getBundle(UpdateServices.class).getBundleContext();
        return Optional.ofNullable(context.getServiceReference(Network.class)).map(context::getService);
    }

    static Optional<Updates> find() {
        BundleContext context = FrameworkUtil.getBundle(UpdateServices.class).getBundleContext();
        Optional<ServiceReference<ProductUpdates>> updates =
                Optional.ofNullable(context.getServiceReference(ProductUpdates.class));
        Optional<ServiceReference<DropIns>> dropIns = Optional.ofNullable(context.getServiceReference(DropIns.class));
        ReplacementDetector started = ReplacementDetector.of(context);
        return updates.flatMap(one -> dropIns.map(other -> new Updates(
                () -> context.getService(one), () -> context.getService(other).all(), started::isReplaced)));
    }
}
