package org.keyhopper.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.internal.dialogs.AboutDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.DirectoriesDialog;
import org.keyhopper.ui.internal.dialogs.ImportDialog;
import org.keyhopper.ui.internal.dialogs.ModeDialog;
import org.keyhopper.ui.internal.dialogs.SearchDialog;
import org.keyhopper.ui.internal.dialogs.UpdatesDialog;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
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
        AboutDialog.open(shell, gallery.messages(), "1.0.0", Optional.of("Gson 2.13.1\n    Apache-2.0\n".repeat(30)));
        gallery.dialog("dialog-about");
        for (Purpose purpose : Purpose.values()) {
            UpdatesPresenter presenter = new UpdatesPresenter(model.context(), UpdatesGallery.updates(), purpose);
            new UpdatesDialog(shell, gallery.messages(), presenter, purpose);
            ((Table) gallery.find("upkeep.rows")).select(0);
            gallery.dialog("dialog-upkeep-" + purpose);
        }
    }
}
