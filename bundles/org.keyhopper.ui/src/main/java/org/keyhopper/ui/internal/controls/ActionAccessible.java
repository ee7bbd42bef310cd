package org.keyhopper.ui.internal.controls;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleActionAdapter;
import org.eclipse.swt.accessibility.AccessibleActionEvent;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/**
 * The accessibility information of a custom-drawn push button, and the actions that assistive technology may perform
 * on it.
 */
final class ActionAccessible {

    private ActionAccessible() {}

    static void describe(ActionControl button) {
        Accessible accessible = button.getAccessible();
        accessible.addAccessibleListener(texts(button));
        accessible.addAccessibleControlListener(role(button));
        accessible.addAccessibleActionListener(action(button));
    }

    private static boolean isChosen(ActionControl button) {
        return button.style() == ActionControl.Style.CHOSEN_TAB;
    }

    /** Notifies screen readers, which cache the selection of a tab. */
    static void notifySelection(ActionControl tab) {
        tab.getAccessible().sendEvent(ACC.EVENT_STATE_CHANGED, new int[] {ACC.STATE_SELECTED, isChosen(tab) ? 1 : 0});
    }

    /** Returns the complete state of a tab: on Windows it replaces the state that the system would report. */
    static int tab(boolean chosen, boolean focused, boolean enabled) {
        return ACC.STATE_FOCUSABLE
                | ACC.STATE_SELECTABLE
                | (chosen ? ACC.STATE_SELECTED : 0)
                | (focused ? ACC.STATE_FOCUSED : 0)
                | (enabled ? 0 : ACC.STATE_DISABLED);
    }

    private static AccessibleAdapter texts(ActionControl button) {
        return new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = ActionPainter.plain(button.text());
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = button.hint();
            }

            @Override
            public void getKeyboardShortcut(AccessibleEvent event) {
                event.result = shortcut(button);
            }
        };
    }

    private static AccessibleControlAdapter role(ActionControl button) {
        return new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = button.isTab() ? ACC.ROLE_TABITEM : ACC.ROLE_PUSHBUTTON;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                if (button.isTab()) {
                    event.detail = tab(isChosen(button), button.isFocusControl(), button.isEnabled());
                }
            }

            @Override
            public void getDefaultAction(AccessibleControlEvent event) {
                event.result = ActionPainter.plain(button.text());
            }
        };
    }

    private static AccessibleActionAdapter action(ActionControl button) {
        return new AccessibleActionAdapter() {
            @Override
            public void getActionCount(AccessibleActionEvent event) {
                event.count = 1;
            }

            @Override
            public void getName(AccessibleActionEvent event) {
                event.result = ActionPainter.plain(button.text());
            }

            @Override
            public void getKeyBinding(AccessibleActionEvent event) {
                event.result = shortcut(button);
            }

            @Override
            public void doAction(AccessibleActionEvent event) {
                // The action may open a modal window; the accessibility call must return first.
                button.getDisplay().asyncExec(button::press);
                event.result = ACC.OK;
            }
        };
    }

    private static String shortcut(ActionControl button) {
        char letter = Character.toUpperCase(button.mnemonic());
        return letter == 0 ? null : KeyStroke.getInstance(SWT.ALT, letter).format();
    }
}
