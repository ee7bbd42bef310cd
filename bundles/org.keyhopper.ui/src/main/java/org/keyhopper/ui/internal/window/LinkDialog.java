package org.keyhopper.ui.internal.window;

import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.dialogs.BaseDialog;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.ModeDialog;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.link.LinkAnswer;

/** Shows the result of a followed link and asks for confirmation before anything starts. UI thread only. */
final class LinkDialog {

    private final Shell window;
    private final WorkbenchModel model;
    private Optional<LinkAnswer> shown = Optional.empty();

    LinkDialog(Shell window, WorkbenchModel model) {
        this.window = window;
        this.model = model;
    }

    /** Opens the dialog for this answer, once. */
    void show(Optional<LinkAnswer> answer) {
        if (answer.isPresent() && shown.filter(same -> same == answer.get()).isEmpty()) {
            shown = answer;
            Shell parent = Shells.main(window.getDisplay()).orElse(window);
            open(parent, answer.get()).onClose(model.links()::dismiss);
        }
    }

    private BaseDialog open(Shell parent, LinkAnswer answer) {
        Messages messages = model.context().messages();
        String title = messages.text("link.title");
        return answer.request()
                .map(request -> ModeDialog.open(
                        parent,
                        messages,
                        title,
                        answer.text(),
                        model.requests().modes(),
                        mode -> model.provision(request, mode)))
                .orElseGet(() -> ConfirmationDialogs.inform(parent, messages, title, answer.text()));
    }
}
