package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Sets accessible names, which are read by screen readers but not shown. */
final class AccessibleName {

    private static final String UNSEEN = "org.keyhopper.spoken";

    private AccessibleName() {}

    static void name(Control control, String name) {
        answer(control.getAccessible(), name);
        if ("gtk".equals(SWT.getPlatform())) {
            labelUnseen(control, name);
        }
    }

    private static void answer(Accessible accessible, String name) {
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name;
                }
            }
        });
    }

    /**
     * GTK does not query {@code AccessibleListener} for its native controls, but reports their "labelled by"
     * relation; for a plain {@code Composite} it does query the listener. The label lives in a shell that is never
     * opened, where no layout affects it.
     */
    private static void labelUnseen(Control control, String name) {
        Composite label = new Composite(unseen(control.getDisplay()), SWT.NONE);
        answer(label.getAccessible(), name);
        control.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
        control.addListener(SWT.Dispose, event -> label.dispose());
    }

    private static Shell unseen(Display display) {
        Shell shell = (Shell) display.getData(UNSEEN);
        if (shell == null || shell.isDisposed()) {
            shell = new Shell(display, SWT.NO_TRIM);
            display.setData(UNSEEN, shell);
        }
        return shell;
    }
}
