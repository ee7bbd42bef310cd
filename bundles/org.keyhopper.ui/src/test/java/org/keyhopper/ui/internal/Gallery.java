package org.keyhopper.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.ui.fakes.FakeAutomaticRun;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.fakes.FakeRun;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.internal.automatic.AutomaticView;
import org.keyhopper.ui.internal.controls.NavigationRail;
import org.keyhopper.ui.internal.devices.DevicesView;
import org.keyhopper.ui.internal.dialogs.AboutDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.DirectoriesDialog;
import org.keyhopper.ui.internal.dialogs.ImportDialog;
import org.keyhopper.ui.internal.dialogs.ModeDialog;
import org.keyhopper.ui.internal.dialogs.PairReaderDialog;
import org.keyhopper.ui.internal.dialogs.PinFormDialog;
import org.keyhopper.ui.internal.dialogs.SearchDialog;
import org.keyhopper.ui.internal.dialogs.UpdatesDialog;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.manual.ManualView;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.internal.requests.RequestsView;
import org.keyhopper.ui.internal.results.ResultsView;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.automatic.PairReaderPresenter;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.directories.DirectoryPresenter;
import org.keyhopper.ui.model.requests.ImportPresenter;
import org.keyhopper.ui.model.requests.PeopleReader;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.updates.UpdatesPresenter;
import org.keyhopper.ui.model.updates.UpdatesPresenter.Purpose;

/**
 * Shows every screen with sample data, takes a screenshot of each and prints what is clipped; for manual review.
 * Arguments: folder for the screenshots, language, light or dark, width, height, part of the wanted names.
 */
public final class Gallery implements WindowActions {

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final FakeStation station = new FakeStation();
    private final Path folder;
    private final String wanted;
    private final WorkbenchModel model;

    private Gallery(String[] arguments) {
        folder = Path.of(arguments[0]);
        wanted = arguments.length > 5 ? arguments[5] : "";
        model = GalleryModel.of(station, arguments[1]);
        Theme.of(display).setDark(arguments[2].equals("dark"));
        shell.setText("Keyhopper");
        shell.setMaximized(true);
        shell.setLocation(0, 0);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(shell);
    }

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = new Gallery(arguments);
        gallery.manual();
        gallery.automatic();
        gallery.requests();
        gallery.results();
        gallery.devices();
        gallery.dialogs();
        gallery.display.dispose();
    }

    private Composite createParent(Perspective perspective) {
        for (var child : shell.getChildren()) {
            child.dispose();
        }
        NavigationRail rail = new NavigationRail(shell, messages(), chosen -> {});
        GridDataFactory.fillDefaults().grab(false, true).applyTo(rail);
        rail.choose(perspective);
        Composite content = new Composite(shell, 0);
        content.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        return content;
    }

    private void manual() throws IOException {
        if (!isWanted("manual")) {
            return;
        }
        ManualView view =
                new ManualView(createParent(Perspective.MANUAL), this, action -> {}, new NoCandidateActions());
        shell.open();
        StateSubscription.follow(view, model.manual().states(), view::show);
        view.focusInitial();
        picture("manual-idle");
        FakeRun run = new FakeRun(Samples.insert(Samples.request("R1", 120, 14)));
        station.requests.put(run.snapshot().request());
        station.runs = request -> run;
        station.inventory.put(ManualGallery.FORMER);
        model.manual().start(run.snapshot().request().id(), null, model.signIn());
        for (var moment : ManualGallery.moments().entrySet()) {
            run.show(moment.getValue());
            picture("manual-" + moment.getKey());
        }
        run.end();
    }

    private void automatic() throws IOException {
        if (!isWanted("automatic")) {
            return;
        }
        AutomaticView view =
                new AutomaticView(createParent(Perspective.AUTOMATIC), this, new NoAutomaticActions(model));
        shell.open();
        StateSubscription.follow(view, model.automatic().states(), view::show);
        view.focusInitial();
        picture("automatic-idle");
        AutomaticGallery.equip(station);
        var moments = AutomaticGallery.moments();
        var request = moments.get("running").request();
        station.requests.put(request);
        model.automatic().prepare(request.id());
        picture("automatic-setup");
        FakeAutomaticRun run = new FakeAutomaticRun(moments.get("checking"));
        station.automatic = order -> run;
        model.automatic().start(model.signIn());
        for (var moment : moments.entrySet()) {
            run.show(moment.getValue());
            picture("automatic-" + moment.getKey());
        }
        run.end();
        AutomaticGallery.addUnreachable(station);
        model.automatic().prepare(request.id());
        picture("automatic-setup-looking");
        model.automatic().setup().choose(station.printers.found.getLast().address(), true);
        picture("automatic-setup-bad");
        PairReaderPresenter pairReader = model.pairReaderPresenter(List.of());
        new PairReaderDialog(shell, messages(), pairReader, () -> {});
        dialog("automatic-teach");
    }

    private boolean isWanted(String group) {
        return wanted.isEmpty() || wanted.startsWith(group);
    }

    private void requests() throws IOException {
        if (!isWanted("requests")) {
            return;
        }
        RequestsView view = new RequestsView(createParent(Perspective.REQUESTS), this, NoActions.REQUESTS);
        shell.open();
        StateSubscription.follow(view, model.requests().states(), view::show);
        station.requests.list().forEach(request -> station.requests.remove(request.id()));
        model.requests().refresh();
        picture("requests-first");
        NoActions.configure(station);
        model.requests().refresh();
        picture("requests-empty");
        NoActions.fill(station);
        model.requests().refresh();
        picture("requests-full");
        model.requests().refreshPeople(model.signIn());
        picture("requests-refreshed");
        view.focusInitial();
        picture("requests-focus");
    }

    private void results() throws IOException {
        if (!isWanted("results")) {
            return;
        }
        ResultsView view = new ResultsView(createParent(Perspective.RESULTS), this, NoActions.RESULTS);
        shell.open();
        StateSubscription.follow(view, model.results().states(), view::show);
        picture("results-empty");
        station.requests.put(NoActions.mixed());
        model.results().show(NoActions.mixed().id());
        view.focusInitial();
        picture("results-mixed");
        ((Table) find(shell, "results.table")).select(3);
        find(shell, "results.table").notifyListeners(SWT.Selection, new Event());
        picture("results-selected");
    }

    private void devices() throws IOException {
        if (!isWanted("devices")) {
            return;
        }
        DevicesView view = new DevicesView(createParent(Perspective.DEVICES), this, DevicesGallery.NO_ACTIONS);
        shell.open();
        StateSubscription.follow(view, model.devices().states(), view::show);
        StateSubscription.follow(view, model.inventory().states(), view::show);
        model.go(Perspective.DEVICES);
        picture("devices-none");
        FakeDevice card = DevicesGallery.fill(station);
        view.focusInitial();
        picture("devices-locked");
        DevicesGallery.unlock(model.devices());
        picture("devices-open");
        ((Table) find(shell, "devices.credentials")).select(1);
        find(shell, "devices.credentials").notifyListeners(SWT.Selection, new Event());
        find(shell, "devices.DELETE").setFocus();
        picture("devices-selected");
        ConfirmationDialogs.reset(
                shell, messages(), model.devices().resetConfirmation().orElseThrow(), () -> {});
        dialog("devices-reset");
        new PinFormDialog(
                shell,
                messages(),
                model.devices().pinForm(DeviceAction.CHANGE_PIN).orElseThrow(),
                (typed, result) -> result.accept(Optional.of("The PIN is wrong.")));
        dialog("devices-pin");
        station.devices.remove(card);
        station.deviceManagement.whileOut = () -> {
            try {
                TimeUnit.SECONDS.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        picture("devices-key");
        model.devices().reset(model.devices().resetConfirmation().orElseThrow());
        picture("devices-putback");
        for (int i = 0; i < 5; i++) {
            picture("devices-after");
        }
        station.deviceManagement.instead = Optional.of(Answer.failed(Problem.of(DeviceProblem.RESET_NOT_POSSIBLE)));
        model.devices().reset(model.devices().resetConfirmation().orElseThrow());
        picture("devices-refused");
        model.inventory().refresh();
        view.showInventory();
        picture("devices-inventory");
    }

    private void dialogs() throws IOException {
        if (!isWanted("dialog")) {
            return;
        }
        createParent(Perspective.REQUESTS);
        shell.open();
        NoActions.configure(station);
        ConfirmationDialogs.reset(shell, messages(), NoActions.confirmation(model, station), () -> {});
        dialog("dialog-reset");
        ModeDialog.open(shell, messages(), model.requests().modes(), mode -> {});
        dialog("dialog-mode");
        ImportPresenter importing = model.importPresenter();
        importing.open(Path.of("/tmp/people.csv"));
        new ImportDialog(shell, messages(), importing, id -> {});
        dialog("dialog-import");
        ImportPresenter faulty = new ImportPresenter(
                model.context(),
                file -> new PeopleReader.ReadPeople(
                        List.of(), List.of("Line 4, column user: empty", "Line 17, column email: no address")));
        faulty.open(Path.of("/tmp/people.csv"));
        new ImportDialog(shell, messages(), faulty, id -> {});
        dialog("dialog-import-faults");
        SearchPresenter searching = model.searchPresenter();
        new SearchDialog(shell, messages(), searching, id -> {});
        picture("dialog-search-begin");
        Map<String, Runnable> others = GalleryDialogs.of(shell, model, station);
        searching.search("fi");
        picture("dialog-search-group");
        searching.add(searching.states().get().found());
        picture("dialog-search-taken");
        searching.search("ma");
        searching.leaveOutHolders(true);
        dialog("dialog-search");
        DirectoryPresenter directories = model.directories();
        new DirectoriesDialog(shell, messages(), directories, () -> {});
        picture("dialog-directories-list");
        directories.edit("contoso");
        picture("dialog-directories-edit");
        directories.test();
        dialog("dialog-directories");
        for (var other : others.entrySet()) {
            other.getValue().run();
            dialog("dialog-" + other.getKey());
        }
        updates();
    }

    private void updates() throws IOException {
        AboutDialog.open(shell, messages(), "1.0.0", Optional.of("Gson 2.13.1\n    Apache-2.0\n".repeat(30)));
        dialog("dialog-about");
        for (Purpose purpose : Purpose.values()) {
            UpdatesPresenter presenter = new UpdatesPresenter(model.context(), UpdatesGallery.updates(), purpose);
            new UpdatesDialog(shell, messages(), presenter, purpose);
            ((Table) find(display.getShells()[display.getShells().length - 1], "upkeep.rows")).select(0);
            dialog("dialog-upkeep-" + purpose);
        }
    }

    private void dialog(String name) throws IOException {
        picture(name);
        for (Shell one : display.getShells()) {
            if (one != shell && !one.isDisposed()) {
                one.close();
            }
        }
    }

    static Control find(Composite parent, String id) {
        for (Control child : parent.getChildren()) {
            if (id.equals(child.getData("org.keyhopper.id"))) {
                return child;
            }
            Control found = child instanceof Composite composite ? find(composite, id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void picture(String name) throws IOException {
        shell.layout(true, true);
        long end = System.nanoTime() + 450_000_000L;
        while (System.nanoTime() < end) {
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
        if (!name.contains(wanted)) {
            return;
        }
        Shell top = Optional.ofNullable(display.getActiveShell()).orElse(shell);
        ClippingCheck.in(top).forEach(fault -> System.out.println(name + ": " + fault));
        Process process = new ProcessBuilder(
                        "import",
                        "-window",
                        "root",
                        folder.resolve(name + ".png").toString())
                .inheritIO()
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public WorkbenchModel model() {
        return model;
    }

    @Override
    public Optional<String> badge() {
        return Optional.of(messages().text("rehearsal"));
    }

    @Override
    public void openMenu(Composite perspective, Point at) {
        throw new UnsupportedOperationException("not used by the gallery");
    }
}
