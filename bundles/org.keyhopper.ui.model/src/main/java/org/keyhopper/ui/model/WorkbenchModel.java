package org.keyhopper.ui.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.automatic.AutomaticPresenter;
import org.keyhopper.ui.model.automatic.PairReaderPresenter;
import org.keyhopper.ui.model.automatic.PairReaderState;
import org.keyhopper.ui.model.check.RunCheck;
import org.keyhopper.ui.model.devices.DevicesPresenter;
import org.keyhopper.ui.model.devices.InventoryPresenter;
import org.keyhopper.ui.model.directories.DirectoryPresenter;
import org.keyhopper.ui.model.link.LinkPresenter;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.keyhopper.ui.model.manual.ManualPresenter;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;
import org.keyhopper.ui.model.passkeys.PasskeysPresenter;
import org.keyhopper.ui.model.requests.ImportPresenter;
import org.keyhopper.ui.model.requests.ModeOption;
import org.keyhopper.ui.model.requests.PeopleReader;
import org.keyhopper.ui.model.requests.RequestsPresenter;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.results.ReportWriter;
import org.keyhopper.ui.model.results.ResultsPresenter;

/** The workplace: its places, and the ways from one to the other. All methods are fast, on any thread. */
public final class WorkbenchModel {

    private final WorkbenchContext environment;
    private final Outside outside;
    private final DirectoryInteraction signIn;
    private final RunCheck check;
    private final ManualPresenter manual;
    private final AutomaticPresenter automatic;
    private final RequestsPresenter requests;
    private final ResultsPresenter results;
    private final DevicesPresenter devices;
    private final InventoryPresenter inventory;
    private final LinkPresenter links;

    /**
     * What the desk needs from around it.
     *
     * @param operator asks the person for a PIN
     * @param browser opens an address
     */
    public record Outside(Navigation navigation, OperatorPrompts operator, Consumer<URI> browser, Files files) {}

    /** Reading and writing files. */
    public record Files(PeopleReader reader, ReportWriter writer) {}

    public WorkbenchModel(WorkbenchContext environment, Outside outside) {
        this.environment = environment;
        this.outside = outside;
        signIn = new DirectoryInteraction(environment, outside.browser());
        check = new RunCheck(environment);
        manual = new ManualPresenter(environment, check);
        automatic = new AutomaticPresenter(environment, check);
        requests = new RequestsPresenter(environment);
        results = new ResultsPresenter(environment, outside.files().writer());
        devices = new DevicesPresenter(environment, outside.operator());
        inventory = new InventoryPresenter(environment);
        links = new LinkPresenter(environment, this::goTo);
    }

    public WorkbenchContext environment() {
        return environment;
    }

    public RunCheck check() {
        return check;
    }

    public ManualPresenter manual() {
        return manual;
    }

    public AutomaticPresenter automatic() {
        return automatic;
    }

    public RequestsPresenter requests() {
        return requests;
    }

    public ResultsPresenter results() {
        return results;
    }

    public DevicesPresenter devices() {
        return devices;
    }

    public InventoryPresenter inventory() {
        return inventory;
    }

    public LinkPresenter links() {
        return links;
    }

    public DirectoryInteraction signIn() {
        return signIn;
    }

    /** Returns a presenter for one showing of the directories dialog. */
    public DirectoryPresenter directories() {
        return new DirectoryPresenter(environment, signIn);
    }

    /** Returns a presenter for one showing of the import dialog. */
    public ImportPresenter importing() {
        return new ImportPresenter(environment, outside.files().reader());
    }

    /** Returns a presenter for one showing of the search dialog. */
    public SearchPresenter searching() {
        return new SearchPresenter(environment, signIn);
    }

    /** Returns a presenter for one showing of somebody's passkeys. */
    public PasskeysPresenter passkeys(PasskeyHolder holder) {
        return new PasskeysPresenter(environment, signIn, holder, () -> {
            results.refresh();
            inventory.refresh();
        });
    }

    /** Goes to a place and brings it up to date. */
    public void go(Perspective place) {
        switch (place) {
            case REQUESTS -> requests.refresh();
            case RESULTS -> results.refresh();
            case MANUAL, AUTOMATIC -> {
                // they follow their runs by themselves
            }
            case DEVICES -> inventory.refresh();
        }
        show(place);
    }

    /** Devices are asked only while somebody sees the answer. */
    private void show(Perspective place) {
        if (place == Perspective.DEVICES) {
            devices.enter();
        } else {
            devices.leave();
        }
        outside.navigation().show(place);
    }

    private void goTo(RequestId request) {
        requests.select(request);
        go(Perspective.REQUESTS);
    }

    /** Begins to work on the request in the way that the operator chose, unless another one is worked on in this way. */
    public void provision(RequestId request, ModeOption.Mode mode) {
        Optional<RequestId> other = underWay(mode).filter(present -> !present.equals(request));
        if (other.isPresent()) {
            requests.isBusy(other.get(), mode);
            return;
        }
        switch (mode) {
            case MANUAL -> provision(request);
            case AUTOMATIC -> provisionThroughPrinters(request);
        }
    }

    private Optional<RequestId> underWay(ModeOption.Mode mode) {
        return switch (mode) {
            case MANUAL -> manual.isRunning() ? manual.request() : Optional.empty();
            case AUTOMATIC -> automatic.isRunning() ? automatic.request() : Optional.empty();
        };
    }

    /** Begins, or goes on with, a manual run over the request. */
    public void provision(RequestId request) {
        manual.start(request, outside.operator(), signIn);
        go(Perspective.MANUAL);
    }

    /** Goes to where printers are chosen for the request, or to the run that is under way. */
    public void provisionThroughPrinters(RequestId request) {
        automatic.prepare(request);
        go(Perspective.AUTOMATIC);
    }

    /** Begins the run through printers that was set up. */
    public void startPrinters() {
        automatic.start(signIn);
    }

    /** Stops the printers after the cards under way, and goes on by hand with the same request. */
    public void switchToManual() {
        automatic.switchToManual(this::provision);
    }

    /** Ends the run by hand after what is under way, and goes on through printers with the same request. */
    public void switchToPrinters() {
        manual.switchToPrinters(this::provisionThroughPrinters);
    }

    /** Returns whether a run is under way, so that the desk should not be left without a word. */
    public boolean isRunning() {
        return manual.isRunning() || automatic.isRunning();
    }

    /** Returns a presenter for one showing of the commissioning dialog. */
    public PairReaderPresenter teaching(List<PairReaderState.Printer> printers) {
        return new PairReaderPresenter(environment, printers);
    }

    /** Goes to what a request came to. */
    public void summary(RequestId request) {
        results.show(request);
        show(Perspective.RESULTS);
    }

    /** Attempts the failed ones of the request in Results again. */
    public void retryFailed() {
        results.retryFailed(this::provision);
    }

    /** Makes the selected skipped people of the request in Results, or all, pending again. */
    public void undoSkip(Set<Integer> positions) {
        results.undoSkip(positions, request -> {});
    }

    /** Makes all skipped people of the request in Results pending again, and provisions them. */
    public void provisionSkipped() {
        results.undoSkip(Set.of(), this::provision);
    }

    public void reconcile() {
        results.reconcile(signIn);
    }

    public void stopReconciling() {
        results.stopReconciling();
    }

    /** Follows a link: shows its request and has the operator asked, or has them told why not. */
    public void follow(ProvisionLink link) {
        links.follow(link, isRunning());
    }

    /**
     * Decides where the day begins: at the request that a link names, at the results of a run that was cut short, or at
     * the table of requests.
     */
    public void begin(Optional<ProvisionLink> link) {
        if (link.isPresent()) {
            show(Perspective.REQUESTS);
            follow(link.get());
            return;
        }
        environment.inBackground(
                () -> {
                    List<CeremonyRecord> unfinished =
                            environment.station().journal().unfinished();
                    if (unfinished.isEmpty()) {
                        show(Perspective.REQUESTS);
                    } else {
                        summary(unfinished.getFirst().recipient().request());
                    }
                },
                notice -> show(Perspective.REQUESTS));
    }
}
