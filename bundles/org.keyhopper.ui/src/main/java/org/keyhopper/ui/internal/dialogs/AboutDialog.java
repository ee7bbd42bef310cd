package org.keyhopper.ui.internal.dialogs;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.FillLayoutWithoutHint;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;

/** Shows name and version of the product and the licences of its components. */
public final class AboutDialog {

    private static final int WIDTH = 760;
    private static final int NOTICES_HEIGHT = 280;

    private AboutDialog() {}

    /**
     * Opens the dialog. The notices may be missing.
     *
     * @param isDevelopment whether everybody can sign updates for this product
     */
    public static void open(
            Shell parent, Messages messages, String version, boolean isDevelopment, Optional<String> notices) {
        String description =
                messages.text("about.text", version) + (isDevelopment ? "\n" + messages.text("about.development") : "");
        BaseDialog dialog = new BaseDialog(parent, "about", messages.text("product"), description);
        Labels.label(dialog.body(), FontRole.STRONG, ColorRole.TEXT).setText(messages.text("about.notices"));
        Composite frame = new Composite(dialog.body(), SWT.NONE);
        frame.setLayout(new FillLayoutWithoutHint(WIDTH / 2, NOTICES_HEIGHT));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
        Text text = new Text(frame, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        Labels.withId(Labels.accessibleName(text, messages.text("about.notices")), "about.notices");
        Theme.of(text).apply(text, ColorRole.FIELD, ColorRole.TEXT);
        text.setText(notices.orElse(messages.text("about.noNotices")));
        ActionControl close =
                dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(close);
        dialog.open(WIDTH, 0);
        close.setFocus();
    }
}
