package org.keyhopper.ui.internal.requests;

import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.EmptyState;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.model.Messages;

/** The first steps while there is no request: configure a directory, then add people. */
final class Welcome {

    private final Messages messages;
    private final EmptyState state;
    private final ActionControl importing;
    private final ActionControl searching;
    private final ActionControl directories;

    Welcome(Composite parent, Messages messages, RequestActions actions) {
        this.messages = messages;
        state = new EmptyState(parent);
        importing = state.button("welcome.import", messages.text("requests.import"), actions::importPeople);
        searching = state.button("welcome.search", messages.text("requests.search"), actions::searchPeople);
        directories = state.button("welcome.directory", messages.text("requests.addDirectory"), actions::directories);
        directories.show(messages.text("requests.addDirectory"), "", ActionControl.Style.MAIN, actions::directories);
    }

    Card card() {
        return state.card();
    }

    void show(boolean hasDirectory) {
        boolean moved = Labels.visible(importing, hasDirectory)
                | Labels.visible(searching, hasDirectory)
                | Labels.visible(directories, !hasDirectory);
        String key = hasDirectory ? "requests.empty" : "requests.empty.noDirectory";
        state.show(messages.text(key + ".title"), messages.text(key + ".text"));
        if (moved) {
            state.card().layout(true, true);
        }
    }
}
