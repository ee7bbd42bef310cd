package org.keyhopper.ui.internal.manual;

import org.keyhopper.ui.model.manual.ManualAction;

/** Handles the operator's actions in the Manual perspective. UI thread. */
@FunctionalInterface
interface ManualActions {
    void perform(ManualAction action);
}
