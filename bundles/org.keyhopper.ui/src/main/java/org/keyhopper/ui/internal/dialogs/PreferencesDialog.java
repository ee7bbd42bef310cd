package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.preferences.Preferences;
import org.keyhopper.ui.model.preferences.Preferences.Appearance;
import org.keyhopper.ui.model.preferences.Preferences.Language;
import org.keyhopper.ui.model.preferences.Preferences.PrinterDefaults;
import org.keyhopper.ui.model.preferences.PreferencesPresenter;
import org.keyhopper.ui.model.preferences.PreferencesState;

/** The preferences. What the policy decides is shown and cannot be changed. */
public final class PreferencesDialog {

    private static final int WIDTH = 640;

    private final Messages messages;
    private final PreferencesPresenter presenter;
    private final BaseDialog dialog;
    private final Combo appearance;
    private final Combo language;
    private final Combo textSize;
    private final Button sounds;
    private final Combo encoder;
    private final Combo provisioned;
    private final Text site;
    private final Pill notice;

    /** @param network opens the network settings; empty where there are none */
    public PreferencesDialog(
            Shell parent, Messages messages, PreferencesPresenter presenter, Optional<Runnable> network) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(parent, "preferences", messages.text("preferences.title"), "");
        PreferencesState state = presenter.states().get();
        Preferences now = state.preferences();
        Composite form = FormRows.grid(dialog.body());
        appearance = choice(form, "appearance", "menu.theme.", Appearance.values(), now.appearance());
        language = choice(form, "language", "preferences.language.", Language.values(), now.language());
        textSize =
                FormRows.choice(form, messages.text("preferences.textSize"), "preferences.textSize", sizes(messages));
        textSize.select(Preferences.TEXT_SIZES.indexOf(now.textSize()));
        sounds = FormRows.check(form, messages.text("preferences.sounds"), "preferences.sounds");
        sounds.setSelection(now.sounds());
        PrinterDefaults printers = now.printers();
        encoder = choice(form, "encoder", "encoder.", Encoder.values(), printers.encoder());
        provisioned = choice(form, "provisioned", "setup.provisioned.", OnProvisioned.values(), printers.provisioned());
        site = FormRows.text(form, messages.text("preferences.updateSite"), "preferences.updateSite", SWT.NONE);
        site.setText(now.updateSite());
        site.setMessage(messages.text("preferences.updateSite.usual"));
        state.siteLock().ifPresent(why -> lock(form, why));
        network.ifPresent(open -> addNetwork(form, open));
        addLocks(state);
        notice = new Pill(dialog.body(), FontRole.BODY);
        Labels.withId(notice.label(), "preferences.notice");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
        dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl save = dialog.button(
                "preferences.save", messages.text("preferences.save"), ActionControl.Style.PRIMARY, this::save);
        dialog.setDefault(save);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(state);
        dialog.open(WIDTH, 0);
        appearance.setFocus();
    }

    private <E extends Enum<E>> Combo choice(Composite form, String name, String keys, E[] values, E chosen) {
        String key = "preferences." + name;
        List<String> labels = Arrays.stream(values)
                .map(value -> messages.text(keys + value.name()).replace("&", ""))
                .toList();
        Combo combo = FormRows.choice(form, messages.text(key), key, labels);
        combo.select(chosen.ordinal());
        return combo;
    }

    private static List<String> sizes(Messages messages) {
        return Preferences.TEXT_SIZES.stream()
                .map(size -> messages.text("preferences.textSize.percent", size))
                .toList();
    }

    /** The reason stands below the field, since a tooltip is not read aloud. */
    private void lock(Composite form, String why) {
        site.setEnabled(false);
        FormRows.label(form, "");
        Labels.withId(Labels.wrapped(form, FontRole.SMALL, ColorRole.MUTED), "preferences.siteLock")
                .setText(why);
    }

    private void addNetwork(Composite form, Runnable open) {
        FormRows.label(form, messages.text("preferences.network.label"));
        ActionControl button = Labels.withId(new ActionControl(form), "preferences.network");
        button.show(messages.text("preferences.network"), "", ActionControl.Style.PLAIN, open);
    }

    private void addLocks(PreferencesState state) {
        Stream.of(state.profileLock(), state.directoryLock())
                .flatMap(Optional::stream)
                .forEach(why -> {
                    Label label = Labels.wrapped(dialog.body(), FontRole.SMALL, ColorRole.MUTED);
                    label.setText(why);
                });
    }

    private void save() {
        presenter.save(new Preferences(
                Appearance.values()[appearance.getSelectionIndex()],
                Language.values()[language.getSelectionIndex()],
                Preferences.TEXT_SIZES.get(textSize.getSelectionIndex()),
                sounds.getSelection(),
                site.getText(),
                new PrinterDefaults(
                        Encoder.values()[encoder.getSelectionIndex()],
                        OnProvisioned.values()[provisioned.getSelectionIndex()])));
    }

    private void show(PreferencesState state) {
        if (state.saved()) {
            dialog.close();
            return;
        }
        dialog.explain(state.notice());
        state.notice().ifPresent(present -> notice.show(present.text(), present.tint()));
        if (Labels.visible(notice, state.notice().isPresent())) {
            dialog.layout();
            dialog.grow();
        }
    }
}
