package org.keyhopper.ui.internal.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.EnterKey;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.help.HelpButton;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.settings.ViewSettings;
import org.keyhopper.ui.model.Notice;

/**
 * The frame of every dialog: a title, a message, a body and a row of buttons. Escape closes it, Enter triggers the
 * default button. The body scrolls on small screens. Opening returns at once; the window behind is blocked
 * (application modal).
 */
public final class BaseDialog {

    private static final int MARGIN = 28;
    private static final int SCROLL_BAR = 16;
    private static final int LEAST_WIDTH = 420;

    private final Frame frame;
    private final Shell shell;
    private final ScrolledComposite scrolled;
    private final Composite body;
    private final Composite buttons;
    private final Optional<ActionControl> help;
    private final Label heading;
    private int widest;
    private final List<Runnable> closing = new ArrayList<>();
    private ActionControl defaultButton;

    public BaseDialog(Shell parent, String id, String title, String message) {
        frame = new Frame(parent, "dialog." + id);
        frame.create();
        shell = frame.getShell();
        Labels.withId(shell, "dialog." + id);
        heading = Labels.wrapped(shell, FontRole.NAME, ColorRole.TEXT);
        setTitle(title);
        if (!message.isEmpty()) {
            Labels.set(Labels.withId(Labels.wrapped(shell, FontRole.BODY, ColorRole.SOFT), "dialog.message"), message);
        }
        scrolled = new ScrolledComposite(shell, SWT.H_SCROLL | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scrolled);
        body = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(12, 8).applyTo(body);
        scrolled.setContent(body);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        scrolled.addListener(SWT.Resize, event -> fit());
        Composite row = new Composite(shell, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(row);
        GridDataFactory.swtDefaults()
                .align(SWT.FILL, SWT.END)
                .grab(true, false)
                .indent(0, 6)
                .applyTo(row);
        help = HelpButton.addTo(row, "dialog." + id);
        buttons = new Composite(row, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(12, 0).applyTo(buttons);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.END).grab(true, false).applyTo(buttons);
        shell.addListener(SWT.Traverse, this::traverse);
        shell.addListener(SWT.Dispose, event -> closing.forEach(Runnable::run));
    }

    public Shell shell() {
        return shell;
    }

    /** Returns the container for the dialog's controls; a grid of one column. */
    public Composite body() {
        return body;
    }

    /** Sets the title of the window and its heading. */
    void setTitle(String title) {
        shell.setText(title);
        Labels.set(heading, title);
    }

    /** Makes help explain the problem that the notice is about, if it is about one. */
    void explain(Optional<Notice> notice) {
        HelpTopics.showsProblem(shell, notice.flatMap(Notice::problem));
    }

    /** Adds a right-aligned button. */
    public ActionControl button(String id, String label, ActionControl.Style style, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(buttons), id);
        button.show(label, "", style, action);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.FILL).applyTo(button);
        return button;
    }

    /** A grid leaves the space between its columns also where a hidden button would be the last. */
    private void arrangeButtons() {
        long shown = Stream.of(buttons.getChildren())
                .filter(button -> !((GridData) button.getLayoutData()).exclude)
                .count();
        ((GridLayout) buttons.getLayout()).numColumns = Math.max(1, (int) shown);
    }

    /** Makes Enter trigger this button unless the focused control uses Enter itself. */
    public void setDefault(ActionControl button) {
        defaultButton = button;
    }

    /**
     * Sets a condition that is evaluated before Escape, the title bar or a button closes the dialog. A condition that
     * returns false may ask the operator and close the dialog later.
     */
    void setCloseCondition(BooleanSupplier condition) {
        frame.mayClose = condition;
    }

    public void onClose(Runnable action) {
        closing.add(action);
    }

    /**
     * Returns a consumer that closes this dialog and passes the created object on, on the UI thread. May be called on
     * any thread, and after the dialog was closed: the object exists all the same.
     */
    <T> Consumer<T> closingWith(Consumer<T> next) {
        Display display = shell.getDisplay();
        return made -> display.asyncExec(() -> {
            close();
            next.accept(made);
        });
    }

    public void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    /**
     * Opens at the given width and at the preferred height, but at least {@code height}, centred on the parent. Both
     * are in pixels, at the default font size. A dialog with a height is worth resizing: its bounds are kept.
     */
    public void open(int width, int height) {
        widest = Theme.px(width) - 2 * MARGIN - SCROLL_BAR;
        arrangeButtons();
        Rectangle screen = shell.getMonitor().getClientArea();
        int wide = Math.min(Theme.px(width), screen.width - 40);
        Point wanted = shell.computeSize(wide, SWT.DEFAULT);
        int high = Math.min(Math.max(wanted.y, Theme.px(height)), screen.height - 40);
        frame.place(new Point(wide, high), height > 0);
        frame.open();
        if (help.filter(Control::isFocusControl).isPresent()) {
            buttons.setFocus();
        }
        // The width of the client area, and so the line breaks, are known only once the shell is open.
        grow();
    }

    /** Enlarges the dialog for controls that have become visible. */
    public void grow() {
        layout();
        Point size = shell.getSize();
        // Computes the height at the width of the client area, not of the frame.
        Point wanted = shell.computeSize(shell.getClientArea().width, SWT.DEFAULT);
        Rectangle screen = shell.getMonitor().getClientArea();
        int high = Math.min(wanted.y, screen.height - 40);
        if (high > size.y) {
            int lowest = screen.y + screen.height - high;
            shell.setSize(size.x, high);
            shell.setLocation(shell.getLocation().x, Math.max(screen.y, Math.min(shell.getLocation().y, lowest)));
        }
    }

    /** Lays out the dialog again after a change. */
    public void layout() {
        arrangeButtons();
        shell.layout(true, true);
        fit();
    }

    /** The body is never lower than its content. */
    private void fit() {
        int least = Math.min(widest, Theme.px(LEAST_WIDTH));
        int width = Math.max(least, scrolled.getClientArea().width);
        scrolled.setMinSize(least, body.computeSize(width, SWT.DEFAULT).y);
    }

    private void traverse(Event event) {
        if (EnterKey.isForDialog(event) && defaultButton != null) {
            event.doit = false;
            event.detail = SWT.TRAVERSE_NONE;
            defaultButton.press();
        }
    }

    /** The JFace dialog, which opens, closes and remembers its bounds. Its contents are those of the outer class. */
    private static final class Frame extends Dialog {

        private final String id;
        private BooleanSupplier mayClose = () -> true;
        private boolean keepsBounds;
        private Point preferred;

        Frame(Shell parent, String id) {
            super(parent);
            this.id = id;
            setShellStyle(SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL | SWT.RESIZE);
            setBlockOnOpen(false);
        }

        @Override
        protected void configureShell(Shell created) {
            super.configureShell(created);
            created.setBackgroundMode(SWT.INHERIT_FORCE);
            Theme.of(created).apply(created, ColorRole.SURFACE, ColorRole.TEXT);
            GridLayoutFactory.fillDefaults()
                    .margins(MARGIN, Theme.space(24))
                    .spacing(0, 12)
                    .applyTo(created);
        }

        @Override
        protected Control createContents(Composite parent) {
            return parent;
        }

        /** The size is known only once there are contents. */
        @Override
        protected void initializeBounds() {}

        void place(Point size, boolean keeps) {
            preferred = size;
            keepsBounds = keeps;
            Point wanted = getInitialSize();
            Rectangle screen = getShell().getMonitor().getClientArea();
            getShell().setSize(Math.min(wanted.x, screen.width - 40), Math.min(wanted.y, screen.height - 40));
            getShell().setLocation(getInitialLocation(getShell().getSize()));
        }

        @Override
        protected Point getInitialSize() {
            IDialogSettings kept = getDialogBoundsSettings();
            return kept == null || kept.get("DIALOG_WIDTH") == null ? preferred : super.getInitialSize();
        }

        @Override
        protected Point getInitialLocation(Point size) {
            Rectangle screen = getShell().getMonitor().getClientArea();
            Point at = super.getInitialLocation(size);
            return new Point(Math.max(screen.x, at.x), Math.max(screen.y, at.y));
        }

        @Override
        protected IDialogSettings getDialogBoundsSettings() {
            return keepsBounds ? ViewSettings.section(getShell().getDisplay(), id) : null;
        }

        @Override
        protected boolean canHandleShellCloseEvent() {
            return mayClose.getAsBoolean();
        }
    }
}
