package org.keyhopper.ui.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.central.ServerIdentity;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.internal.dialogs.AboutDialog;
import org.keyhopper.ui.internal.dialogs.CentralDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.DirectoriesDialog;
import org.keyhopper.ui.internal.dialogs.ImportDialog;
import org.keyhopper.ui.internal.dialogs.ModeDialog;
import org.keyhopper.ui.internal.dialogs.SearchDialog;
import org.keyhopper.ui.internal.dialogs.UpdatesDialog;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.central.JoinForm;
import org.keyhopper.ui.model.directories.DirectoryPresenter;
import org.keyhopper.ui.model.requests.ImportPresenter;
import org.keyhopper.ui.model.requests.PeopleReader;
import org.keyhopper.ui.model.requests.SearchPresenter;
import org.keyhopper.ui.model.updates.UpdatesPresenter;
import org.keyhopper.ui.model.updates.UpdatesPresenter.Purpose;

/** Opens dialogs with sample data over a gallery. */
final class DialogPictures {

    private static final Path PEOPLE = Path.of("/tmp/people.csv");

    private final Gallery gallery;
    private final Shell shell;
    private final FakeStation station;
    private final WorkbenchModel model;

    DialogPictures(Gallery gallery, FakeStation station) {
        this.gallery = gallery;
        this.shell = gallery.shell();
        this.station = station;
        this.model = gallery.model();
    }

    void show() {
        gallery.createParent(Perspective.REQUESTS);
        gallery.open();
        NoActions.configure(station);
        requests();
        // Before the search, which finds the people that these dialogs are about.
        Map<String, Runnable> others = GalleryDialogs.of(shell, model, station);
        search();
        directories();
        for (var other : others.entrySet()) {
            other.getValue().run();
            gallery.dialog("dialog-" + other.getKey());
        }
        updates();
        central();
    }

    private void requests() {
        ConfirmationDialogs.reset(shell, gallery.messages(), NoActions.confirmation(model, station), () -> {});
        gallery.dialog("dialog-reset");
        ModeDialog.open(shell, gallery.messages(), model.requests().modes(), mode -> {});
        gallery.dialog("dialog-mode");
        ImportPresenter importing = model.importPresenter();
        importing.open(PEOPLE);
        new ImportDialog(shell, gallery.messages(), importing, model.profiles(), id -> {});
        gallery.dialog("dialog-import");
        ImportPresenter faulty = new ImportPresenter(
                model.context(),
                (file, mapping) -> new PeopleReader.ReadPeople(
                        List.of(), List.of("Line 4, column user: empty", "Line 17, column email: no address")));
        faulty.open(PEOPLE);
        new ImportDialog(shell, gallery.messages(), faulty, model.profiles(), id -> {});
        gallery.dialog("dialog-import-faults");
    }

    private void search() {
        SearchPresenter searching = model.searchPresenter();
        new SearchDialog(shell, gallery.messages(), searching, model.profiles(), id -> {});
        gallery.picture("dialog-search-begin");
        searching.search("fi");
        gallery.picture("dialog-search-group");
        searching.add(searching.states().get().found());
        gallery.picture("dialog-search-taken");
        searching.search("ma");
        searching.leaveOutHolders(true);
        gallery.dialog("dialog-search");
    }

    private void directories() {
        DirectoryPresenter directories = model.directories();
        new DirectoriesDialog(shell, gallery.messages(), directories, () -> {});
        gallery.picture("dialog-directories-list");
        directories.edit("contoso");
        gallery.picture("dialog-directories-edit");
        directories.test();
        gallery.dialog("dialog-directories");
    }

    private void updates() {
        AboutDialog.open(
                shell, gallery.messages(), "1.0.0", true, Optional.of("Gson 2.13.1\n    Apache-2.0\n".repeat(30)));
        gallery.dialog("dialog-about");
        for (Purpose purpose : Purpose.values()) {
            UpdatesPresenter presenter = new UpdatesPresenter(model.context(), UpdatesGallery.updates(), purpose);
            new UpdatesDialog(shell, gallery.messages(), presenter, purpose);
            ((Table) gallery.find("upkeep.rows")).select(0);
            gallery.dialog("dialog-upkeep-" + purpose);
        }
    }

    /** Last, since a joined station hides its own requests. */
    private void central() {
        URI address = URI.create("https://central.contoso.example");
        new CentralDialog(shell, gallery.messages(), model.central());
        gallery.picture("dialog-central-alone");
        model.central().identify(new JoinForm("http://central", ""));
        gallery.picture("dialog-central-refused");
        station.central.server =
                Optional.of(new ServerIdentity(address, "3f9c01a7d2e4b856".repeat(4), "CN=Contoso CA", false));
        model.central().identify(new JoinForm(address.toString(), "Contoso"));
        gallery.picture("dialog-central-found");
        // The gallery has runs, so that it cannot join by itself.
        station.central.joined(new CentralAccess(Optional.empty(), Set.of()));
        gallery.picture("dialog-central-joined");
        station.central.joined(
                new CentralAccess(Optional.of("Olivia Operator"), EnumSet.allOf(CentralPrivilege.class)));
        gallery.picture("dialog-central-signed-in");
        station.central.lose(
                CentralStatus.Connection.LOST, Problem.of(CentralConnectionProblem.UNREACHABLE, address.toString()));
        gallery.dialog("dialog-central-lost");
    }
}
