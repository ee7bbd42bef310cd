package org.keyhopper.ui.internal.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.accessibility.ACC;
import org.junit.jupiter.api.Test;

class ActionAccessibleTest {

    private static final int ALWAYS = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE;

    @Test
    void tabReportsSelectionFocusAndEnablement() {
        assertEquals(ALWAYS, ActionAccessible.tab(false, false, true));
        assertEquals(ALWAYS | ACC.STATE_SELECTED, ActionAccessible.tab(true, false, true));
        assertEquals(ALWAYS | ACC.STATE_FOCUSED, ActionAccessible.tab(false, true, true));
        assertEquals(ALWAYS | ACC.STATE_DISABLED, ActionAccessible.tab(false, false, false));
    }
}
