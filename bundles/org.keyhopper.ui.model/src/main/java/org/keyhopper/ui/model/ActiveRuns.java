package org.keyhopper.ui.model;

import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.automatic.AutomaticPresenter;
import org.keyhopper.ui.model.automatic.SetupPresenter;
import org.keyhopper.ui.model.check.RunCheck;
import org.keyhopper.ui.model.manual.Cues;
import org.keyhopper.ui.model.manual.ManualPresenter;
import org.keyhopper.ui.model.requests.ModeOption.Mode;

/** The runs in progress, at most one in each mode, and their presenters. */
final class ActiveRuns {

    private final WorkbenchContext context;
    private final Lazy<ManualPresenter> manual;
    private final Lazy<AutomaticPresenter> automatic;

    /** @param printerSetup completes the setup of printers, when it is first needed */
    ActiveRuns(WorkbenchContext context, RunCheck check, Cues cues, Consumer<SetupPresenter> printerSetup) {
        this.context = context;
        manual = new Lazy<>(() -> new ManualPresenter(context, check, cues));
        automatic = new Lazy<>(() -> {
            AutomaticPresenter presenter = new AutomaticPresenter(context, check, cues);
            printerSetup.accept(presenter.setup());
            return presenter;
        });
    }

    ManualPresenter manual() {
        return manual.get();
    }

    AutomaticPresenter automatic() {
        return automatic.get();
    }

    private Optional<ManualPresenter> runningManual() {
        return manual.ifCreated().filter(ManualPresenter::isRunning);
    }

    private Optional<AutomaticPresenter> runningAutomatic() {
        return automatic.ifCreated().filter(AutomaticPresenter::isRunning);
    }

    boolean any() {
        return runningManual().isPresent() || runningAutomatic().isPresent();
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
            case MANUAL -> runningManual().flatMap(ManualPresenter::request);
            case AUTOMATIC -> runningAutomatic().flatMap(AutomaticPresenter::request);
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
