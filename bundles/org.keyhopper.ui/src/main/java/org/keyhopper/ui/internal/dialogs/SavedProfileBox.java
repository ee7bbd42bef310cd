package org.keyhopper.ui.internal.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ProfileForm;
import org.keyhopper.ui.model.requests.ProfilesPresenter;
import org.keyhopper.ui.model.requests.ProfilesState;
import org.keyhopper.ui.model.requests.ProfilesState.Named;

/** Chooses one of the saved profiles, saves the values of the form as one, and deletes one. */
final class SavedProfileBox {

    private static final int LEAST = 50;

    private final Messages messages;
    private final ProfilesPresenter presenter;
    private final Combo choice;
    private final ActionControl remove;
    private ProfilesState state;
    private ProfileForm form;
    private String preferred = "";

    /**
     * @param grid of two columns
     * @param form the values of the form
     * @param chosen receives the profile that the operator chooses
     */
    SavedProfileBox(
            Composite grid,
            Messages messages,
            ProfilesPresenter presenter,
            ProfileForm form,
            Consumer<ProfileForm> chosen) {
        this.messages = messages;
        this.presenter = presenter;
        this.form = form;
        state = presenter.states().get();
        FormRows.label(grid, messages.text("profile.saved"));
        Composite row = new Composite(grid, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        choice = Labels.withId(
                Labels.accessibleName(new Combo(row, SWT.READ_ONLY), messages.text("profile.saved")), "profile.saved");
        choice.setFont(Theme.of(row).font(FontRole.BODY));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(LEAST, SWT.DEFAULT)
                .applyTo(choice);
        choice.addListener(SWT.Selection, event -> choose(chosen));
        button(row, "profile.saved.save", this::save);
        remove = button(row, "profile.saved.remove", this::remove);
        StateSubscription.follow(choice, presenter.states(), next -> {
            state = next;
            show(this.form);
        });
        show(form);
    }

    private ActionControl button(Composite row, String key, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(row), key);
        button.show(messages.text(key), "", ActionControl.Style.PLAIN, action);
        return button;
    }

    /** Shows which saved profile has the values of the form. */
    void show(ProfileForm next) {
        form = next;
        List<String> names =
                new ArrayList<>(state.profiles().stream().map(Named::name).toList());
        int index = state.indexOf(next, preferred);
        if (index < 0) {
            names.add(messages.text("profile.saved.none"));
        }
        if (!List.of(choice.getItems()).equals(names)) {
            choice.setItems(names.toArray(String[]::new));
            choice.requestLayout();
        }
        choice.select(index < 0 ? names.size() - 1 : index);
        choice.setToolTipText(choice.getText());
        remove.setEnabled(index > 0);
    }

    private void choose(Consumer<ProfileForm> chosen) {
        int index = choice.getSelectionIndex();
        if (index < state.profiles().size()) {
            Named named = state.profiles().get(index);
            preferred = named.name();
            chosen.accept(named.form());
            show(named.form());
        }
    }

    private void save() {
        int index = state.indexOf(form, preferred);
        String name = index > 0 ? state.profiles().get(index).name() : preferred;
        ProfileForm saved = form;
        SaveProfileDialog.open(choice.getShell(), messages, state, name, typed -> {
            preferred = typed;
            presenter.save(typed, saved);
        });
    }

    private void remove() {
        int index = state.indexOf(form, preferred);
        if (index > 0) {
            String name = state.profiles().get(index).name();
            ConfirmationDialogs.ask(
                    choice.getShell(),
                    messages,
                    messages.text("profile.saved"),
                    messages.text("profile.saved.remove.question", name),
                    messages.text("profile.saved.remove.confirm"),
                    () -> presenter.remove(name));
        }
    }
}
