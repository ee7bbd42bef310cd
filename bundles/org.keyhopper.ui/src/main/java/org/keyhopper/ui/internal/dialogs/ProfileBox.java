package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.request.Profile;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ProfileForm;
import org.keyhopper.ui.model.requests.ProfileForm.PinSource;

/** The profile that each device of the request must meet. */
final class ProfileBox {

    private static final int LONGEST_OFFERED = 16;
    private static final Set<Profile.Option> OF_PIN =
            EnumSet.of(Profile.Option.FORCE_PIN_CHANGE, Profile.Option.ALWAYS_UV);

    private final Combo source;
    private final Spinner digits;
    private final Combo minimum;
    private final Map<Profile.Option, Button> options = new EnumMap<>(Profile.Option.class);
    private final Text deviceName;
    private ProfileForm base;

    /**
     * Creates the controls.
     *
     * @param left a grid for the settings of passkey and device
     * @param right a grid for the settings of the PIN
     */
    ProfileBox(Composite left, Composite right, Messages messages, ProfileForm first) {
        base = first;
        deviceName = FormRows.text(left, messages.text("profile.deviceName"), "profile.deviceName", SWT.NONE);
        deviceName.setText(first.deviceName());
        source = FormRows.choice(
                right,
                messages.text("profile.pin"),
                "profile.pin",
                Arrays.stream(PinSource.values())
                        .map(one -> messages.text("profile.source." + one.name()))
                        .toList());
        source.select(first.pin().ordinal());
        FormRows.label(right, messages.text("profile.digits"));
        digits = Labels.withId(
                Labels.accessibleName(new Spinner(right, SWT.BORDER), messages.text("profile.digits")),
                "profile.digits");
        digits.setFont(Theme.of(right).font(FontRole.BODY));
        digits.setValues(first.digits(), ProfileForm.SHORTEST, ProfileForm.LONGEST, 0, 1, 4);
        minimum = FormRows.choice(right, messages.text("profile.minimum"), "profile.minimum", List.of());
        minimum.add(messages.text("profile.minimum.none"));
        for (int length = ProfileForm.SHORTEST; length <= LONGEST_OFFERED; length++) {
            minimum.add(Integer.toString(length));
        }
        select(first.minimum());
        for (Profile.Option option : Profile.Option.values()) {
            Button check = FormRows.check(
                    OF_PIN.contains(option) ? right : left,
                    messages.text("profile.option." + option.name()),
                    "profile." + option);
            check.setSelection(first.options().contains(option));
            options.put(option, check);
        }
        source.addListener(SWT.Selection, event -> digits.setEnabled(form().pin() == PinSource.RANDOM));
    }

    /** A saved profile may have a length that is not offered. */
    private void select(int length) {
        String text = Integer.toString(length);
        if (length > 0 && minimum.indexOf(text) < 0) {
            minimum.add(text);
        }
        minimum.select(length == 0 ? 0 : minimum.indexOf(text));
    }

    /** Shows another profile; listeners are notified of each control that changes. */
    void show(ProfileForm next) {
        base = next;
        deviceName.setText(next.deviceName());
        source.select(next.pin().ordinal());
        digits.setSelection(next.digits());
        digits.setEnabled(next.pin() == PinSource.RANDOM);
        select(next.minimum());
        options.forEach((option, check) -> check.setSelection(next.options().contains(option)));
    }

    /** Makes all controls read-only; the tooltip gives the reason. */
    void lock(String why) {
        for (Control control : List.of(source, digits, minimum, deviceName)) {
            lock(control, why);
        }
        options.values().forEach(check -> lock(check, why));
    }

    private static void lock(Control control, String why) {
        control.setEnabled(false);
        control.setToolTipText(why);
    }

    void onChange(Consumer<ProfileForm> listener) {
        source.addListener(SWT.Selection, event -> listener.accept(form()));
        digits.addListener(SWT.Modify, event -> listener.accept(form()));
        minimum.addListener(SWT.Selection, event -> listener.accept(form()));
        deviceName.addListener(SWT.Modify, event -> listener.accept(form()));
        options.values().forEach(check -> check.addListener(SWT.Selection, event -> listener.accept(form())));
    }

    private ProfileForm form() {
        Set<Profile.Option> chosen = EnumSet.noneOf(Profile.Option.class);
        options.forEach((option, check) -> {
            if (check.getSelection()) {
                chosen.add(option);
            }
        });
        int least = minimum.getSelectionIndex() <= 0 ? 0 : Integer.parseInt(minimum.getText());
        return new ProfileForm(
                PinSource.values()[source.getSelectionIndex()],
                digits.getSelection(),
                least,
                chosen,
                deviceName.getText(),
                base.unsupported(),
                base.allowedAaguids(),
                base.minPinLengthRpIds());
    }
}
