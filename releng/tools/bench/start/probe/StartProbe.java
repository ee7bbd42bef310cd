import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * Put into a product by the bench. Writes a line when the first control of an open window was painted, and one when the control named by the
 * property "probe.control" can be used: the word, the milliseconds since the time in "probe.start", and those of processor time.
 * With "probe.close" it then closes the window.
 */
public final class StartProbe {

    private static final int LOOK_MILLIS = 5;

    private final Path out = Path.of(System.getProperty("probe.out"));
    private final long start = Long.getLong("probe.start");
    private final String control = System.getProperty("probe.control");
    private final Display display = Display.getCurrent();
    private boolean painted;

    @PostConstruct
    void listen() {
        display.addFilter(SWT.Paint, this::paint);
    }

    private void paint(Event event) {
        if (!painted && event.widget instanceof Control one && one.getShell().isVisible()) {
            painted = true;
            // What was asked for before it is painted then, too: this runs when the queue of paint events is empty.
            display.asyncExec(() -> {
                write("painted");
                look();
            });
        }
    }

    private void look() {
        for (Shell shell : display.getShells()) {
            if (shell.isVisible() && (control == null || isUsable(shell))) {
                write("usable");
                if (Boolean.getBoolean("probe.close")) {
                    display.asyncExec(shell::close);
                }
                return;
            }
        }
        display.timerExec(LOOK_MILLIS, this::look);
    }

    private boolean isUsable(Control one) {
        if (control.equals(one.getData("org.keyhopper.id"))) {
            return one.isEnabled() && one.isVisible();
        }
        if (one instanceof Composite many) {
            for (Control child : many.getChildren()) {
                if (isUsable(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void write(String word) {
        long cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        try {
            Files.writeString(
                    out,
                    word + " " + (System.currentTimeMillis() - start) + " " + cpu + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
