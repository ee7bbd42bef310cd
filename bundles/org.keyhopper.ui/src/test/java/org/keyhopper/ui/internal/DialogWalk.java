package org.keyhopper.ui.internal;

import java.util.Arrays;
import java.util.Map;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.internal.look.NativeAccess;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.WorkbenchModel;

/**
 * Opens one dialog after the other, each when the previous one was closed, for an automated walk-through. The window
 * behind them has the name of the open dialog as its title. Argument: language.
 */
public final class DialogWalk {

    private final Display display = new Display();
    private final Shell shell = new Shell(display);

    private DialogWalk() {
        Theme.of(display).setDark(false);
        NativeAccess.detachDisposedAccessibles(display);
        shell.setMaximized(true);
        shell.open();
    }

    public static void main(String[] arguments) {
        Display.setAppName("Keyhopper");
        DialogWalk walk = new DialogWalk();
        FakeStation station = new FakeStation();
        WorkbenchModel model = GalleryModel.of(station, arguments[0]);
        NoActions.configure(station);
        GalleryDialogs.of(walk.shell, model, station).entrySet().forEach(walk::show);
        walk.display.dispose();
    }

    private void show(Map.Entry<String, Runnable> dialog) {
        dialog.getValue().run();
        shell.setText(dialog.getKey());
        while (isOneOpen()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private boolean isOneOpen() {
        return Arrays.stream(display.getShells()).anyMatch(one -> one != shell && one.isVisible());
    }
}
