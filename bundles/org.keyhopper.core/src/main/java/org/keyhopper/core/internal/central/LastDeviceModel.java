package org.keyhopper.core.internal.central;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;

/**
 * The device that was seen last. Cards of one run are of one model as a rule, so the next recipient is claimed together with
 * the eligibility of it. Any thread.
 */
final class LastDeviceModel {

    private volatile Optional<DeviceReport> report = Optional.empty();

    Optional<DeviceReport> report() {
        return report;
    }

    /** Returns what is known for a recipient who was claimed with that device. */
    Known of(ClaimedRecipient claimed) {
        return new Known(report.filter(it -> claimed.eligibility().obstacles().isEmpty()), claimed.eligibility());
    }

    /** Returns the same for one who was claimed without a device. */
    Known none() {
        return new Known(Optional.empty(), Eligibility.of(List.of()));
    }

    /** The eligibility of the last model for one recipient, if nothing stands in its way; that holds once. */
    final class Known {

        private volatile Optional<DeviceReport> cleared;
        private final Eligibility eligibility;

        private Known(Optional<DeviceReport> cleared, Eligibility eligibility) {
            this.cleared = cleared;
            this.eligibility = eligibility;
        }

        /** Asks, unless it was asked for this model. */
        Answer<Eligibility> of(DeviceReport device, Supplier<Answer<Optional<ClaimedRecipient>>> ask) {
            boolean known = cleared.filter(
                            it -> it.info().aaguid().equals(device.info().aaguid()))
                    .isPresent();
            cleared = Optional.empty();
            report = Optional.of(device);
            return known
                    ? Answer.done(eligibility)
                    : ask.get().map(claimed -> claimed.map(ClaimedRecipient::eligibility)
                            .orElse(Eligibility.of(List.of())));
        }
    }
}
