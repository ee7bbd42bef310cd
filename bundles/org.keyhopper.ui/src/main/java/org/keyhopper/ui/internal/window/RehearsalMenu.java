package org.keyhopper.ui.internal.window;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.RehearsalControls;

/** The menu entries that take the place of an operator's hands in a rehearsal. UI thread. */
record RehearsalMenu(Messages messages, RehearsalControls controls) {

    /** @param stations what the rehearsal can be left by; empty where it has the window for itself */
    void addTo(Menu menu, Optional<StationSwitch> stations) {
        entry(menu, "rehearsal.newCard", controls::insertNewCard);
        entry(menu, "rehearsal.usedCard", controls::insertUsedCard);
        entry(menu, "rehearsal.takeOut", controls::removeCard);
        entry(menu, "rehearsal.putBack", controls::putBackCard);
        entry(menu, "rehearsal.loadPrinter", controls::loadPrinter);
        entry(menu, "rehearsal.loadFaulty", controls::loadFaultyCards);
        entry(menu, "rehearsal.jam", controls::jamNextCard);
        entry(menu, "rehearsal.clearJam", controls::clearJam);
        MenuItem pace = new MenuItem(menu, SWT.CHECK);
        pace.setText(messages.text("rehearsal.realistic"));
        pace.setSelection(controls.isRealistic());
        pace.addListener(SWT.Selection, event -> controls.setRealistic(pace.getSelection()));
        stations.ifPresent(present -> entry(menu, "rehearsal.leave", present::leave));
        new MenuItem(menu, SWT.SEPARATOR);
    }

    private void entry(Menu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(messages.text(key));
        item.addListener(SWT.Selection, event -> action.run());
    }
}
