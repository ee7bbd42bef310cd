import jakarta.annotation.PostConstruct;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** All there is in the window of the empty product. */
public final class Label {

    @PostConstruct
    void create(Composite parent) {
        new org.eclipse.swt.widgets.Label(parent, SWT.NONE).setText("Empty");
    }
}
