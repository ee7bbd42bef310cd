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
    private final WorkbenchModel desk;
    private Optional<LinkAnswer> shown = Optional.empty();

    LinkDialog(Shell window, WorkbenchModel desk) {
        this.window = window;
        this.desk = desk;
    }

    /** Opens the dialog for this answer, once. */
    void show(Optional<LinkAnswer> answer) {
        if (answer.isPresent() && shown.filter(same -> same == answer.get()).isEmpty()) {
            shown = answer;
            Shell parent = Shells.main(window.getDisplay()).orElse(window);
            open(parent, answer.get()).onClose(desk.links()::answered);
        }
    }

    private BaseDialog open(Shell parent, LinkAnswer answer) {
        Messages messages = desk.environment().messages();
        String title = messages.text("link.title");
        return answer.request()
                .map(request -> ModeDialog.open(
                        parent,
                        messages,
                        title,
                        answer.text(),
                        desk.requests().modes(),
                        mode -> desk.provision(request, mode)))
                .orElseGet(() -> ConfirmationDialogs.tell(parent, messages, title, answer.text()));
    }
}
