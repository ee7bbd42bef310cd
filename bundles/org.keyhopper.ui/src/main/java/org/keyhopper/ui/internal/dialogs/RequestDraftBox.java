package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.request.Profile;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnLayout;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ProfileExplanation;
import org.keyhopper.ui.model.requests.ProfileForm;
import org.keyhopper.ui.model.requests.ProfilesPresenter;
import org.keyhopper.ui.model.requests.RequestDraft;

/** Name, directory and profile of a new request, and what is still missing. */
final class RequestDraftBox {

    private final Optional<ProfileForm> demanded;
    private final Text name;
    private final Combo directory;
    private final Messages messages;
    private final Label meaning;
    private final Label missing;

    /** Receives the changes. */
    record Sink(Consumer<String> name, Consumer<String> directory, Consumer<ProfileForm> profile) {}

    /**
     * @param profiles the saved profiles
     * @param demanded the profile that the policy prescribes, which is read-only
     */
    RequestDraftBox(
            Composite parent,
            Messages messages,
            Sink sink,
            ProfilesPresenter profiles,
            Optional<ProfileForm> demanded) {
        this.demanded = demanded;
        Composite halves = new Composite(parent, SWT.NONE);
        halves.setLayout(new ColumnLayout(ColumnArrangement.beside(740, 50, 50), ColumnArrangement.below(2)));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(halves);
        Composite grid = FormRows.grid(halves);
        name = FormRows.text(grid, messages.text("draft.label.name"), "draft.name", SWT.NONE);
        name.addListener(SWT.Modify, event -> sink.name().accept(name.getText()));
        directory = FormRows.choice(grid, messages.text("draft.label.directory"), "draft.directory", List.of());
        directory.addListener(SWT.Selection, event -> sink.directory().accept(directory.getText()));
        Composite right = FormRows.grid(halves);
        if (demanded.isPresent()) {
            new ProfileBox(grid, right, messages, demanded.get()).lock(messages.text("profile.locked"));
        } else {
            choose(grid, right, messages, sink.profile(), profiles);
        }
        this.messages = messages;
        meaning = Labels.withId(Labels.wrapped(parent, FontRole.SMALL, ColorRole.SOFT), "draft.meaning");
        missing = Labels.withId(Labels.wrapped(parent, FontRole.STRONG, ColorRole.ATTENTION_TEXT), "draft.missing");
    }

    private static void choose(
            Composite left,
            Composite right,
            Messages messages,
            Consumer<ProfileForm> sink,
            ProfilesPresenter profiles) {
        ProfileForm first = ProfileForm.of(Profile.DEFAULT);
        AtomicReference<ProfileBox> box = new AtomicReference<>();
        SavedProfileBox saved = new SavedProfileBox(left, messages, profiles, first, chosen -> {
            box.get().show(chosen);
            sink.accept(chosen);
        });
        box.set(new ProfileBox(left, right, messages, first));
        box.get().onChange(sink.andThen(saved::show));
    }

    void show(RequestDraft draft, List<String> directories, Optional<String> lacking) {
        if (!name.isFocusControl() && !name.getText().equals(draft.name())) {
            name.setText(draft.name());
        }
        if (!List.of(directory.getItems()).equals(directories)) {
            directory.setItems(directories.toArray(String[]::new));
            // Without text, it was laid out for text of the usual size.
            directory.requestLayout();
        }
        directory.select(directories.indexOf(draft.directory()));
        boolean moved = Labels.set(meaning, ProfileExplanation.of(demanded.orElse(draft.profile()), messages));
        moved |= Labels.set(missing, lacking.orElse(""));
        if (moved) {
            meaning.getParent().layout();
        }
    }
}
