package org.keyhopper.ui.internal.manual;

import org.keyhopper.ui.model.manual.ManualAction;

/** Takes what the operator pressed. UI thread. */
@FunctionalInterface
interface ManualActions {
    void take(ManualAction action);
}
