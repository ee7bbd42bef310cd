package org.keyhopper.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.assistant.AssistantMemory;
import org.keyhopper.ui.model.assistant.AssistantPresenter;
import org.keyhopper.ui.model.automatic.AutomaticPresenter;
import org.keyhopper.ui.model.automatic.PairReaderPresenter;
import org.keyhopper.ui.model.automatic.PairReaderState;
import org.keyhopper.ui.model.central.CentralPresenter;
import org.keyhopper.ui.model.check.RunCheck;
import org.keyhopper.ui.model.devices.DevicesPresenter;
import org.keyhopper.ui.model.devices.InventoryPresenter;
import org.keyhopper.ui.model.directories.DirectoryPresenter;
import org.keyhopper.ui.model.link.LinkPresenter;
import org.keyhopper.ui.model.link.ProvisionLink;
import org.keyhopper.ui.model.manual.Cues;
import org.keyhopper.ui.model.manual.ManualPresenter;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;
import org.keyhopper.ui.model.passkeys.PasskeysPresenter;
import org.keyhopper.ui.model.requests.ImportPresenter;
import org.keyhopper.ui.model.requests.ModeOption.Mode;
import org.keyhopper.ui.model.requests.ProfilesPresenter;
import org.keyhopper.ui.model.requests.RequestsPresenter;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.results.ResultsPresenter;

/**
 * The model of the main window: its presenters, and the navigation between perspectives. A presenter that the first
 * perspective does not need is created on first use, since that makes a start faster. All methods are fast, on any thread.
 */
public final class WorkbenchModel {

    private final WorkbenchContext context;
    private final WindowServices services;
    private final DirectoryInteraction signIn;
    private final RunCheck check;
    private final Cues cues = new Cues();
    private final ActiveRuns runs;
    private final RequestsPresenter requests;
    private final ResultsPresenter results;
    private final Lazy<DevicesPresenter> devices;
    private final Lazy<InventoryPresenter> inventory;
    private final LinkPresenter links;
    private final AssistantPresenter assistant;
    private final CentralPresenter central;

    public WorkbenchModel(WorkbenchContext context, WindowServices services) {
        this(context, services, AssistantMemory.none());
    }

    /** @param memory where the assistant was left */
    public WorkbenchModel(WorkbenchContext context, WindowServices services, AssistantMemory memory) {
        this.context = context;
        this.services = services;
        signIn = new DirectoryInteraction(context, services.browser());
        check = new RunCheck(context);
        runs = new ActiveRuns(context, check, cues, services.printerSetup());
        requests = new RequestsPresenter(context);
        results = new ResultsPresenter(context, services.files().writer());
        devices = new Lazy<>(() -> new DevicesPresenter(context, services.operator()));
        inventory = new Lazy<>(() -> new InventoryPresenter(context));
        links = new LinkPresenter(context, request -> {
            requests.select(request);
            go(Perspective.REQUESTS);
        });
        assistant = new AssistantPresenter(context, memory);
        central = new CentralChanges(this, context).presenter(services.browser());
    }

    public WorkbenchContext context() {
        return context;
    }

    /** Returns the audible cues of all runs. */
    public Cues cues() {
        return cues;
    }

    public RunCheck check() {
        return check;
    }

    public ManualPresenter manual() {
        return runs.manual();
    }

    public AutomaticPresenter automatic() {
        return runs.automatic();
    }

    public RequestsPresenter requests() {
        return requests;
    }

    public ResultsPresenter results() {
        return results;
    }

    public DevicesPresenter devices() {
        return devices.get();
    }

    public InventoryPresenter inventory() {
        return inventory.get();
    }

    public LinkPresenter links() {
        return links;
    }

    public AssistantPresenter assistant() {
        return assistant;
    }

    public CentralPresenter central() {
        return central;
    }

    public DirectoryInteraction signIn() {
        return signIn;
    }

    /** Returns a new presenter for the directories dialog. */
    public DirectoryPresenter directories() {
        return new DirectoryPresenter(context, signIn);
    }

    /** Returns a new presenter for the import dialog. */
    public ImportPresenter importPresenter() {
        return new ImportPresenter(context, services.files().reader());
    }

    /** Returns a new presenter for the saved profiles of a dialog that makes a request. */
    public ProfilesPresenter profiles() {
        return new ProfilesPresenter(context, services.files().profiles());
    }

    /** Adds people of a file to a request. */
    public void addPeople(RequestId request, Path file) {
        requests.add(request, file, services.files().reader());
    }

    /** Provisions one person of the request only, or goes to the person in a manual run of the request. */
    public void provision(RequestId request, int position) {
        start(request, Mode.MANUAL, () -> manual().startFor(request, position, services.operator(), signIn));
    }

    /** Returns a new presenter for the search dialog. */
    public SearchPresenter searchPresenter() {
        return new SearchPresenter(context, signIn);
    }

    /** Returns a new presenter for the passkeys dialog. */
    public PasskeysPresenter passkeys(PasskeyHolder holder) {
        return new PasskeysPresenter(context, signIn, holder, () -> {
            results.refresh();
            inventory.ifCreated().ifPresent(InventoryPresenter::refresh);
        });
    }

    /** Switches to a perspective and refreshes it. */
    public void go(Perspective perspective) {
        switch (perspective) {
            case REQUESTS -> {
                requests.refresh();
                assistant.refresh();
            }
            case RESULTS -> results.refresh();
            // Presenters of runs follow their run.
            case MANUAL, AUTOMATIC -> {}
            case DEVICES -> inventory().refresh();
        }
        show(perspective);
    }

    /** Devices are queried only while the perspective is visible. */
    private void show(Perspective perspective) {
        if (perspective == Perspective.DEVICES) {
            devices().enter();
        } else {
            leaveDevices();
        }
        services.navigation().show(perspective);
    }

    /** Clears a PIN that was entered in Devices, and stops querying devices. */
    public void leaveDevices() {
        devices.ifCreated().ifPresent(DevicesPresenter::leave);
    }

    /** Starts provisioning the request in the chosen mode, unless another request is being provisioned in this mode. */
    public void provision(RequestId request, Mode mode) {
        switch (mode) {
            case MANUAL -> provision(request);
            case AUTOMATIC -> provisionThroughPrinters(request);
        }
    }

    /** Starts or resumes a manual run of the request, unless another request is being provisioned so. */
    public void provision(RequestId request) {
        start(request, Mode.MANUAL, () -> manual().start(request, services.operator(), signIn));
    }

    /** Shows the printer setup for the request, or its run in progress, unless another one is being provisioned so. */
    public void provisionThroughPrinters(RequestId request) {
        start(request, Mode.AUTOMATIC, () -> automatic().prepare(request));
    }

    private void start(RequestId request, Mode mode, Runnable start) {
        runs.unlessBusy(Optional.of(request), mode, this::report, () -> {
            start.run();
            go(mode == Mode.MANUAL ? Perspective.MANUAL : Perspective.AUTOMATIC);
        });
    }

    private void report(Notice notice) {
        show(Perspective.REQUESTS);
        requests.show(notice);
    }

    /** Starts the printer run that was set up. */
    public void startPrinters() {
        automatic().start(signIn);
    }

    /** Stops the printers after their current cards, then continues the request manually. */
    public void switchToManual() {
        Runnable start = () -> automatic().switchToManual(this::provision);
        runs.unlessBusy(automatic().request(), Mode.MANUAL, this::report, start);
    }

    /** Ends the manual run after the current ceremony, then continues the request through printers. */
    public void switchToPrinters() {
        Runnable start = () -> manual().switchToPrinters(this::provisionThroughPrinters);
        runs.unlessBusy(manual().request(), Mode.AUTOMATIC, this::report, start);
    }

    /** Goes on with the newest request that has open people; shows the requests where there is none. */
    public void nextRequest(Mode mode) {
        requests.nextOpen(next -> next.ifPresentOrElse(id -> provision(id, mode), () -> go(Perspective.REQUESTS)));
    }

    /** Returns whether a run is in progress, so that exiting must be confirmed. */
    public boolean isRunning() {
        return runs.any();
    }

    /** Returns a new presenter for the dialog that pairs a printer and its reader. */
    public PairReaderPresenter pairReaderPresenter(List<PairReaderState.Printer> printers) {
        return new PairReaderPresenter(context, printers);
    }

    /** Shows the results of a request. */
    public void showResults(RequestId request) {
        results.show(request);
        show(Perspective.RESULTS);
    }

    /** Retries the failed people of the request in Results. */
    public void retryFailed() {
        startFrom(results::retryFailed);
    }

    /** Makes all skipped people of the request in Results pending again and provisions them. */
    public void provisionSkipped() {
        startFrom(results::undoAllSkips);
    }

    private void startFrom(Consumer<Consumer<RequestId>> reopening) {
        Optional<RequestId> request = results.states().get().request();
        runs.unlessBusy(request, Mode.MANUAL, results::showNotice, () -> reopening.accept(this::provision));
    }

    /** Follows a link: shows its request and asks for confirmation, or reports why it cannot be followed. */
    public void follow(ProvisionLink link) {
        links.follow(link, isRunning());
    }

    /** Shows the request that a link names, the results of an interrupted run, or the list of requests. */
    public void begin(Optional<ProvisionLink> link) {
        if (link.isPresent()) {
            show(Perspective.REQUESTS);
            follow(link.get());
        } else {
            requests.interrupted(found -> found.ifPresentOrElse(this::showResults, () -> show(Perspective.REQUESTS)));
        }
    }
}
