package org.keyhopper.ui.model;

import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.automatic.AutomaticPresenter;
import org.keyhopper.ui.model.manual.ManualPresenter;
import org.keyhopper.ui.model.requests.ModeOption.Mode;

/** The runs in progress: at most one in each mode. */
record ActiveRuns(WorkbenchContext context, ManualPresenter manual, AutomaticPresenter automatic) {

    boolean any() {
        return manual.isRunning() || automatic.isRunning();
    }

    /**
     * Calls {@code start}, unless another request is being provisioned in this mode or there is no request.
     *
     * @param report shows, on a worker thread, why nothing was started
     */
    void unlessBusy(Optional<RequestId> request, Mode mode, Consumer<Notice> report, Runnable start) {
        Optional<RequestId> other = request(mode).filter(present -> !request.equals(Optional.of(present)));
        if (other.isPresent()) {
            context.inBackground(() -> report.accept(busy(other.get(), mode)), report);
        } else if (request.isPresent()) {
            start.run();
        }
    }

    private Optional<RequestId> request(Mode mode) {
        return switch (mode) {
            case MANUAL -> manual.isRunning() ? manual.request() : Optional.empty();
            case AUTOMATIC -> automatic.isRunning() ? automatic.request() : Optional.empty();
        };
    }

    private Notice busy(RequestId other, Mode mode) {
        String name = context.station()
                .requests()
                .find(other)
                .map(ProvisioningRequest::name)
                .orElse(other.value());
        return new Notice(context.text("requests.busy." + mode.name(), name), Tint.ATTENTION);
    }
}
