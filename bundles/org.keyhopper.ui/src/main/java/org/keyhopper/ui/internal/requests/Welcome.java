package org.keyhopper.ui.internal.requests;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.EmptyState;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.requests.RequestsState;

/** The first steps while there is no request: configure a directory, then add people. */
final class Welcome {

    private final Messages messages;
    private final EmptyState state;
    private final ActionControl importing;
    private final ActionControl searching;
    private final ActionControl directories;
    private final ActionControl central;
    private final ActionControl rehearsal;
    private final RequestActions actions;

    Welcome(Composite parent, Messages messages, RequestActions actions, Runnable assistant) {
        this.messages = messages;
        this.actions = actions;
        state = new EmptyState(parent);
        importing = state.button("welcome.import", messages.text("requests.import"), actions::importPeople);
        searching = state.button("welcome.search", messages.text("requests.search"), actions::searchPeople);
        directories = state.button("welcome.directory", messages.text("requests.addDirectory"), assistant);
        directories.show(messages.text("requests.addDirectory"), "", ActionControl.Style.MAIN, assistant);
        rehearsal = state.button("welcome.rehearse", messages.text("requests.tryIt"), actions::rehearse);
        central = state.button("welcome.central", messages.text("requests.joinCentral"), actions::central);
        GridDataFactory.swtDefaults().span(2, 1).align(SWT.CENTER, SWT.CENTER).applyTo(central);
    }

    Card card() {
        return state.card();
    }

    void show(RequestsState requests) {
        boolean hasDirectory = requests.directories();
        boolean own = requests.permissions().own();
        boolean moved = Labels.visible(importing, hasDirectory && own)
                | Labels.visible(searching, hasDirectory && own)
                | Labels.visible(central, !hasDirectory && actions.canRehearse())
                | Labels.visible(directories, !hasDirectory)
                | Labels.visible(rehearsal, !hasDirectory && actions.canRehearse());
        String filled = own ? "requests.empty" : "requests.empty.central";
        String key = hasDirectory ? filled : "requests.empty.noDirectory";
        String text = requests.notice().map(Notice::text).orElseGet(() -> messages.text(key + ".text"));
        state.show(messages.text(key + ".title"), text);
        if (moved) {
            state.card().layout(true, true);
        }
    }
}
