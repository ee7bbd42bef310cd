package org.keyhopper.ui.internal.window;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.look.Theme;

/** Renders the perspectives anew when the window has become so much higher or lower that they differ. UI thread. */
final class WindowHeight {

    /** Nothing is rendered while the operator still drags the border. */
    private static final int SETTLED_MILLIS = 400;

    private final IEclipseContext application;
    private final Shell shell;
    private final Runnable settled = this::fit;

    private WindowHeight(IEclipseContext application, Shell shell) {
        this.application = application;
        this.shell = shell;
    }

    static void follow(IEclipseContext application, Shell shell) {
        WindowHeight height = new WindowHeight(application, shell);
        shell.addListener(SWT.Resize, event -> height.later());
        // While a dialog was open, nothing was done.
        shell.addListener(SWT.Activate, event -> height.later());
    }

    /** A second call before the time is over replaces the first. */
    private void later() {
        shell.getDisplay().timerExec(SETTLED_MILLIS, settled);
    }

    private void fit() {
        if (shell.isDisposed() || shell.getMinimized() || shell.getDisplay().getActiveShell() != shell) {
            return;
        }
        Theme theme = Theme.of(shell);
        int height = shell.getSize().y;
        if (theme.differsAt(height)) {
            StationSwitch.renderAgain(application, () -> theme.setHeight(height));
        }
    }
}
