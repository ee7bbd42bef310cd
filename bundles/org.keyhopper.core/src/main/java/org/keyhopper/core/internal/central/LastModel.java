package org.keyhopper.core.internal.central;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;

/**
 * The device that was seen last. Cards of one run are of one model as a rule, so the next recipient is claimed together with
 * the obstacles for it. Any thread.
 */
final class LastModel {

    private volatile Optional<DeviceReport> report = Optional.empty();

    Optional<DeviceReport> report() {
        return report;
    }

    /** Returns what is known for a recipient who was claimed with that device. */
    Obstacles obstacles(ClaimedRecipient claimed) {
        return new Obstacles(report.filter(it -> claimed.obstacles().isEmpty()));
    }

    /** Returns the same for one who was claimed without a device. */
    Obstacles none() {
        return new Obstacles(Optional.empty());
    }

    /** The obstacles for one recipient. */
    final class Obstacles {

        /** A device of the model for which there are none; that holds once. */
        private volatile Optional<DeviceReport> cleared;

        private Obstacles(Optional<DeviceReport> cleared) {
            this.cleared = cleared;
        }

        /** Asks, unless it was asked for this model. */
        Answer<List<Problem>> of(DeviceReport device, Supplier<Answer<Optional<ClaimedRecipient>>> ask) {
            boolean known = cleared.filter(
                            it -> it.info().aaguid().equals(device.info().aaguid()))
                    .isPresent();
            cleared = Optional.empty();
            report = Optional.of(device);
            return known
                    ? Answer.done(List.of())
                    : ask.get().map(claimed -> claimed.map(ClaimedRecipient::obstacles)
                            .orElse(List.of()));
        }
    }
}
