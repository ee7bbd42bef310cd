package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.ModeDialog;
import org.keyhopper.ui.internal.dialogs.RenameDialog;
import org.keyhopper.ui.internal.requests.AssistantActions;
import org.keyhopper.ui.internal.requests.RequestActions;
import org.keyhopper.ui.internal.requests.RequestsView;
import org.keyhopper.ui.internal.window.WorkbenchWindow;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.requests.ModeOption;
import org.keyhopper.ui.model.requests.PersonRow;
import org.keyhopper.ui.model.requests.RequestDetail;

/** The part of the Requests perspective. */
public final class RequestsPart implements RequestActions {

    private WorkbenchWindow window;
    private WorkbenchModel model;
    private RequestsView view;

    @PostConstruct
    void create(Composite parent, WorkbenchWindow owner) {
        window = owner;
        model = owner.model();
        parent.setLayout(new FillLayout());
        view = new RequestsView(parent, owner, this, new Assisting());
        view.show(model.requests().states().get());
        StateSubscription.follow(view, model.requests().states(), view::show);
        view.show(model.assistant().states().get());
        StateSubscription.follow(view, model.assistant().states(), view::show);
    }

    @Focus
    void focus() {
        KeyboardFocus.move(view, view::focusInitial);
    }

    @Override
    public void select(RequestId id) {
        model.requests().select(id);
    }

    @Override
    public void provision() {
        if (model.requests().states().get().canProvision()) {
            ModeDialog.open(view.getShell(), messages(), model.requests().modes(), this::provision);
        }
    }

    private void provision(ModeOption.Mode mode) {
        model.requests().selected().ifPresent(request -> model.provision(request, mode));
    }

    @Override
    public void results() {
        model.requests().selected().ifPresent(model::showResults);
    }

    @Override
    public void refresh() {
        model.requests().refreshPeople(model.signIn());
    }

    @Override
    public void remove() {
        model.requests().states().get().selected().ifPresent(this::remove);
    }

    private void remove(RequestDetail detail) {
        ConfirmationDialogs.ask(
                view.getShell(),
                messages(),
                messages().text("place.REQUESTS"),
                messages().text("requests.remove.question", detail.row().name()),
                messages().text("requests.remove.confirm"),
                () -> model.requests().remove(detail.row().id()));
    }

    @Override
    public void rename() {
        model.requests()
                .states()
                .get()
                .selected()
                .ifPresent(detail -> RenameDialog.open(
                        view.getShell(), messages(), detail.row().name(), name -> model.requests()
                                .rename(detail.row().id(), name)));
    }

    @Override
    public void addPeople() {
        model.requests().selected().ifPresent(request -> {
            FileDialog chooser = new FileDialog(view.getShell(), SWT.OPEN);
            chooser.setText(messages().text("requests.addPeople.title"));
            chooser.setFilterExtensions(new String[] {"*.csv;*.CSV", "*.*"});
            Optional.ofNullable(chooser.open()).map(Path::of).ifPresent(file -> model.addPeople(request, file));
        });
    }

    @Override
    public void removePerson(PersonRow person) {
        model.requests()
                .selected()
                .ifPresent(request -> ConfirmationDialogs.ask(
                        view.getShell(),
                        messages(),
                        messages().text("place.REQUESTS"),
                        messages().text("requests.person.remove.question", person.name()),
                        messages().text("requests.person.remove.confirm"),
                        () -> model.requests().removePerson(request, person)));
    }

    @Override
    public void provision(PersonRow person) {
        model.requests().selected().ifPresent(request -> model.provision(request, person.position()));
    }

    @Override
    public void copyLink() {
        model.requests().selected().ifPresent(request -> {
            Clipboard clipboard = new Clipboard(view.getDisplay());
            clipboard.setContents(
                    new Object[] {model.links().to(request).address()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        });
    }

    @Override
    public void importPeople() {
        window.importPeople();
    }

    @Override
    public void searchPeople() {
        window.searchPeople();
    }

    @Override
    public void directories() {
        window.directories();
    }

    @Override
    public void central() {
        window.central();
    }

    @Override
    public void rehearse() {
        window.rehearse();
    }

    @Override
    public boolean canRehearse() {
        return window.canRehearse();
    }

    private final class Assisting implements AssistantActions {
        @Override
        public void begin() {
            model.assistant().begin();
        }

        @Override
        public void goBack() {
            model.assistant().goBack();
        }

        @Override
        public void goOn() {
            model.assistant().goOn();
        }

        @Override
        public void close() {
            model.assistant().close();
        }

        @Override
        public void provisionFirst() {
            model.assistant().states().get().request().ifPresent(model::provision);
        }
    }

    private Messages messages() {
        return window.messages();
    }
}
