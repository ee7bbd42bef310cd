package org.keyhopper.ui.internal.dialogs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.pins.EscrowKeyInput;

/** The fields for the private key of an escrow key and the reason of a release. */
final class EscrowKeyFields {

    private final Messages messages;
    private final Text file;
    private final Text password;
    private final Text reason;

    EscrowKeyFields(Composite grid, Messages messages) {
        this.messages = messages;
        file = fileField(grid, "pins.key.file", "*.p12;*.pfx");
        password = FormRows.text(grid, messages.text("pins.key.password"), "pins.key.password", SWT.PASSWORD);
        reason = FormRows.text(grid, messages.text("pins.key.reason"), "pins.key.reason", SWT.NONE);
    }

    /** Creates a field with a button that chooses a file. */
    Text fileField(Composite grid, String key, String extensions) {
        FormRows.label(grid, messages.text(key));
        Composite pair = new Composite(grid, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(pair);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(pair);
        Text text = FormRows.field(pair, messages.text(key), key, SWT.NONE);
        ActionControl browse = Labels.withId(new ActionControl(pair), key + ".browse");
        browse.show(messages.text("pins.key.browse"), "", ActionControl.Style.PLAIN, () -> {
            FileDialog chooser = new FileDialog(text.getShell(), SWT.OPEN);
            chooser.setText(messages.text(key).replace("&", ""));
            chooser.setFilterExtensions(new String[] {extensions, "*"});
            Optional.ofNullable(chooser.open()).ifPresent(text::setText);
        });
        return text;
    }

    void setFocus() {
        file.setFocus();
    }

    /** Returns what was entered, to be closed by the caller; empty if something is missing. */
    Optional<EscrowKeyInput> read() {
        Secret typed = read(password);
        if (file.getText().isBlank() || reason.getText().isBlank() || typed.isEmpty()) {
            typed.close();
            return Optional.empty();
        }
        return Optional.of(new EscrowKeyInput(
                Path.of(file.getText().strip()), typed, reason.getText().strip()));
    }

    /** Reads a password field without a String, which could not be cleared. */
    static Secret read(Text field) {
        char[] typed = field.getTextChars();
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
