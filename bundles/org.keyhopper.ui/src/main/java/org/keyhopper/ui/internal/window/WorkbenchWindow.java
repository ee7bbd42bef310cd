package org.keyhopper.ui.internal.window;

import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.network.Network;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.help.Help;
import org.keyhopper.ui.internal.dialogs.AboutDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.DirectoriesDialog;
import org.keyhopper.ui.internal.dialogs.ImportDialog;
import org.keyhopper.ui.internal.dialogs.NetworkDialog;
import org.keyhopper.ui.internal.dialogs.PreferencesDialog;
import org.keyhopper.ui.internal.dialogs.SearchDialog;
import org.keyhopper.ui.internal.dialogs.UpdatesDialog;
import org.keyhopper.ui.internal.help.HelpBrowser;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.RehearsalControls;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.network.NetworkPresenter;
import org.keyhopper.ui.model.preferences.PreferencesPresenter;
import org.keyhopper.ui.model.updates.Updates;
import org.keyhopper.ui.model.updates.UpdatesPresenter;
import org.keyhopper.ui.model.updates.UpdatesPresenter.Purpose;
import org.osgi.framework.FrameworkUtil;

/** The actions that are available anywhere in the window: its menu and its dialogs. UI thread only. */
public final class WorkbenchWindow implements WindowActions {

    private final IEclipseContext application;
    private final Display display;
    private final WorkbenchModel model;
    private final Optional<String> badge;
    private final Services services;
    private final HelpBrowser help;

    /**
     * What not every product or station has; the menu offers what is present.
     *
     * @param controls controls the simulated card reader and printer of a rehearsal
     * @param updates installs updates and drivers
     * @param network the network settings
     * @param stations opens a rehearsal in this window, and leaves it
     */
    public record Services(
            Optional<RehearsalControls> controls,
            Optional<Updates> updates,
            Optional<Network> network,
            Optional<StationSwitch> stations) {}

    public WorkbenchWindow(
            IEclipseContext application,
            Display display,
            WorkbenchModel model,
            Optional<String> badge,
            Services services,
            HelpBrowser help) {
        this.application = application;
        this.display = display;
        ThemePreference.kept().apply(display);
        this.model = model;
        this.badge = badge;
        this.services = services;
        this.help = help;
    }

    @Override
    public WorkbenchModel model() {
        return model;
    }

    @Override
    public Optional<String> badge() {
        return badge;
    }

    /** Returns the controls of the simulated devices while a rehearsal is shown. */
    public Optional<RehearsalControls> controls() {
        return services.controls();
    }

    /** Opens a rehearsal in this window. */
    public void rehearse() {
        services.stations().ifPresent(StationSwitch::rehearse);
    }

    /** Shows the assistant. */
    public void assist() {
        model.assistant().begin();
        model.go(Perspective.REQUESTS);
    }

    /** Returns whether {@link #rehearse} has an effect. */
    public boolean canRehearse() {
        return services.stations().filter(stations -> !stations.isRehearsing()).isPresent();
    }

    /** Shows the station again, where the rehearsal was opened in this window. */
    public void leaveRehearsal() {
        services.stations().ifPresent(StationSwitch::leave);
    }

    public void importPeople() {
        shell().ifPresent(parent ->
                new ImportDialog(parent, messages(), model.importPresenter(), this::onRequestCreated));
    }

    public void searchPeople() {
        shell().ifPresent(parent ->
                new SearchDialog(parent, messages(), model.searchPresenter(), this::onRequestCreated));
    }

    private void onRequestCreated(RequestId id) {
        model.requests().select(id);
        model.assistant().refresh();
    }

    public void directories() {
        shell().ifPresent(parent ->
                new DirectoriesDialog(parent, messages(), model.directories(), this::onDirectoriesClosed));
    }

    private void onDirectoriesClosed() {
        model.requests().refresh();
        model.assistant().refresh();
    }

    /** Opens the dialog for updates or for drivers. */
    private void openUpdates(Updates parts, Purpose purpose) {
        UpdatesPresenter presenter = new UpdatesPresenter(
                model.context(), parts, purpose, new KeptPreferences().read().updateSite());
        shell().ifPresent(parent -> new UpdatesDialog(parent, messages(), presenter, purpose));
    }

    private void openNetwork(Network settings) {
        shell().ifPresent(parent ->
                new NetworkDialog(parent, messages(), new NetworkPresenter(model.context(), settings)));
    }

    /** Opens the preferences. */
    public void preferences() {
        PreferencesPresenter presenter = new PreferencesPresenter(
                model.context(), new KeptPreferences(), new PreferencesEffect(application, display));
        shell().ifPresent(parent -> new PreferencesDialog(
                parent, messages(), presenter, services.network().map(settings -> () -> openNetwork(settings))));
    }

    public void about() {
        String version =
                FrameworkUtil.getBundle(WorkbenchWindow.class).getVersion().toString();
        shell().ifPresent(parent -> AboutDialog.open(parent, messages(), version, ThirdPartyNotices.text()));
    }

    /** Opens the help for what has the focus. */
    public void help() {
        shell().ifPresent(shell -> help.open(shell, perspective()));
    }

    private Perspective perspective() {
        MWindow window = application.get(MApplication.class).getChildren().getFirst();
        return Optional.ofNullable(application.get(EModelService.class).getActivePerspective(window))
                .map(MPerspective::getElementId)
                .flatMap(PerspectiveNavigation::perspectiveOf)
                .orElse(Perspective.REQUESTS);
    }

    private void openHelp(String topic) {
        shell().ifPresent(shell -> help.open(shell, topic));
    }

    public void exportDiagnosticFile() {
        shell().ifPresent(parent -> new DiagnosticFileExport(parent, model.context()).run());
    }

    /** Exits the product; asks first if a run is in progress. */
    public void exit() {
        askBeforeLeaving(this::leave);
    }

    void leave() {
        application.get(IWorkbench.class).close();
    }

    /** Runs {@code leave}; asks first if a run is in progress. */
    void askBeforeLeaving(Runnable leave) {
        askBeforeLeaving("exit", leave);
    }

    /** @param key of the texts: {@code exit} or what else is left */
    void askBeforeLeaving(String key, Runnable leave) {
        if (!model.isRunning()) {
            leave.run();
            return;
        }
        shell().ifPresent(parent -> ConfirmationDialogs.ask(
                parent,
                messages(),
                messages().text("product"),
                messages().text(key + ".question"),
                messages().text(key + ".confirm"),
                leave));
    }

    /** Opens the menu at the top right corner of the window. */
    public void openMenu() {
        shell().ifPresent(shell -> openMenu(shell, shell.toDisplay(shell.getClientArea().width - 180, 58)));
    }

    @Override
    public void openMenu(Composite perspective, Point at) {
        Menu menu = new Menu(perspective.getShell(), SWT.POP_UP);
        services.controls().ifPresent(rehearsed -> new RehearsalMenu(messages(), rehearsed)
                .addTo(menu, services.stations().filter(StationSwitch::isRehearsing)));
        entry(menu, "menu.directories", this::directories);
        services.network().ifPresent(settings -> entry(menu, "menu.network", () -> openNetwork(settings)));
        entry(menu, "menu.preferences", this::preferences);
        addPerspectiveEntries(menu);
        MenuItem themes = new MenuItem(menu, SWT.CASCADE);
        themes.setText(messages().text("menu.theme"));
        Menu choices = new Menu(themes);
        themes.setMenu(choices);
        for (ThemePreference choice : ThemePreference.values()) {
            theme(choices, choice);
        }
        new MenuItem(menu, SWT.SEPARATOR);
        help(menu);
        entry(menu, "menu.exit", this::exit);
        menu.setLocation(at);
        menu.setVisible(true);
    }

    /** Repeats the perspectives of the navigation rail, which does not show their shortcuts. */
    private void addPerspectiveEntries(Menu menu) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(messages().text("menu.places"));
        Menu entries = new Menu(item);
        item.setMenu(entries);
        for (Perspective perspective : Perspective.values()) {
            MenuItem entry = new MenuItem(entries, SWT.PUSH);
            String name = messages().text("place." + perspective.name());
            entry.setText(messages().text("menu.place", name, perspective.ordinal() + 1));
            entry.addListener(SWT.Selection, event -> model.go(perspective));
        }
    }

    private void help(Menu menu) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(messages().text("menu.help"));
        Menu entries = new Menu(item);
        item.setMenu(entries);
        entry(entries, "menu.documents", () -> openHelp(Help.START));
        entry(entries, "menu.problems", () -> openHelp("problems"));
        if (canRehearse()) {
            entry(entries, "menu.rehearse", this::rehearse);
            entry(entries, "menu.assistant", this::assist);
        }
        services.updates().ifPresent(parts -> {
            entry(entries, "menu.updates", () -> openUpdates(parts, Purpose.UPDATES));
            entry(entries, "menu.drivers", () -> openUpdates(parts, Purpose.DRIVERS));
        });
        entry(entries, "menu.support", this::exportDiagnosticFile);
        entry(entries, "menu.about", this::about);
    }

    private void entry(Menu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(messages().text(key));
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void theme(Menu menu, ThemePreference choice) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(messages().text("menu.theme." + choice.name()));
        item.setSelection(ThemePreference.kept() == choice);
        item.addListener(SWT.Selection, event -> {
            if (item.getSelection()) {
                choice.keep();
                choice.apply(display);
            }
        });
    }

    private Optional<Shell> shell() {
        return Shells.main(display);
    }
}
