package org.keyhopper.ui.internal.window;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.network.Network;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.internal.dialogs.AboutDialog;
import org.keyhopper.ui.internal.dialogs.CentralDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.DirectoriesDialog;
import org.keyhopper.ui.internal.dialogs.ImportDialog;
import org.keyhopper.ui.internal.dialogs.NetworkDialog;
import org.keyhopper.ui.internal.dialogs.PreferencesDialog;
import org.keyhopper.ui.internal.dialogs.SearchDialog;
import org.keyhopper.ui.internal.dialogs.ShortcutsDialog;
import org.keyhopper.ui.internal.dialogs.UpdatesDialog;
import org.keyhopper.ui.internal.help.HelpBrowser;
import org.keyhopper.ui.internal.keys.BindingShortcuts;
import org.keyhopper.ui.internal.keys.Shortcuts;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.internal.settings.ViewSettings;
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
    private final BindingShortcuts shortcuts;
    private final MainMenu menu;

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
            Optional<StationSwitch> stations) {

        /** Returns the tags of the menu entries that apply now. */
        private Set<String> tags() {
            Optional<Boolean> rehearsing = stations.map(StationSwitch::isRehearsing);
            return Stream.of(
                            controls.map(present -> "rehearsal"),
                            updates.map(present -> "updates"),
                            network.map(present -> "network"),
                            controls.isPresent() ? Optional.<String>empty() : Optional.of("central"),
                            rehearsing.map(now -> now ? "leave" : "rehearse"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        }
    }

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
        ViewSettings.load(display, ThemePreference.preferences());
        this.model = model;
        this.badge = badge;
        this.services = services;
        this.help = help;
        shortcuts = new BindingShortcuts(application, model.context().messages());
        Shortcuts.install(display, shortcuts);
        menu = new MainMenu(application);
    }

    public Services services() {
        return services;
    }

    @Override
    public WorkbenchModel model() {
        return model;
    }

    @Override
    public Optional<String> badge() {
        return badge.map(mode -> services.controls().isPresent() ? mode + " · " + rehearsalKeys() : mode);
    }

    private String rehearsalKeys() {
        return messages()
                .text(
                        "rehearsal.hands",
                        Stream.of("NEW_CARD", "USED_CARD", "TAKE_OUT", "PUT_BACK", "LOAD_PRINTER")
                                .map(hand -> shortcuts
                                        .of(Shortcuts.REHEARSAL, Map.of(Shortcuts.REHEARSAL_PARAMETER, hand))
                                        .orElse(""))
                                .toArray());
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
        shell().ifPresent(parent -> new ImportDialog(
                parent, messages(), model.importPresenter(), model.profiles(), this::onRequestCreated));
    }

    public void searchPeople() {
        shell().ifPresent(parent -> new SearchDialog(
                parent, messages(), model.searchPresenter(), model.profiles(), this::onRequestCreated));
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
    public void updates(Purpose purpose) {
        services.updates()
                .map(parts -> new UpdatesPresenter(
                        model.context(),
                        parts,
                        purpose,
                        new KeptPreferences().read().updateSite()))
                .ifPresent(presenter ->
                        shell().ifPresent(parent -> new UpdatesDialog(parent, messages(), presenter, purpose)));
    }

    public void network() {
        services.network()
                .map(settings -> new NetworkPresenter(model.context(), settings))
                .ifPresent(presenter -> shell().ifPresent(parent -> new NetworkDialog(parent, messages(), presenter)));
    }

    /** Opens the dialog to join a Central, or to leave it. */
    public void central() {
        shell().ifPresent(parent -> new CentralDialog(parent, messages(), model.central()));
    }

    /** Opens the preferences. */
    public void preferences() {
        PreferencesPresenter presenter = new PreferencesPresenter(
                model.context(), new KeptPreferences(), new PreferencesEffect(application, display));
        shell().ifPresent(parent -> new PreferencesDialog(
                parent, messages(), presenter, services.network().map(settings -> this::network)));
    }

    public void about() {
        String version =
                FrameworkUtil.getBundle(WorkbenchWindow.class).getVersion().toString();
        boolean development =
                services.updates().stream().anyMatch(it -> it.updates().get().isDevelopment());
        shell().ifPresent(
                        parent -> AboutDialog.open(parent, messages(), version, development, ThirdPartyNotices.text()));
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

    public void openHelp(String topic) {
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

    /** Lists the keyboard shortcuts. */
    public void shortcuts() {
        shell().ifPresent(parent -> ShortcutsDialog.open(parent, messages(), shortcuts.list()));
    }

    /** Returns whether a dialog must be answered before anything else can be done in the window. */
    public boolean isBlocked() {
        return Arrays.stream(display.getShells()).anyMatch(shell -> shell.isVisible() && shell.getParent() != null);
    }

    /** Opens the menu at the top right corner of the window. */
    public void openMenu() {
        shell().ifPresent(shell -> openMenu(shell, shell.toDisplay(shell.getClientArea().width - 180, 58)));
    }

    @Override
    public void openMenu(Composite perspective, Point at) {
        openMenu(perspective.getShell(), at);
    }

    private void openMenu(Shell shell, Point at) {
        boolean realistic =
                services.controls().filter(RehearsalControls::isRealistic).isPresent();
        Stream<String> selected = Stream.of(
                "theme." + ThemePreference.kept().name().toLowerCase(Locale.ROOT), realistic ? "realistic" : "");
        menu.open(shell, at, services.tags(), selected.collect(Collectors.toSet()));
    }

    private Optional<Shell> shell() {
        return Shells.main(display);
    }
}
