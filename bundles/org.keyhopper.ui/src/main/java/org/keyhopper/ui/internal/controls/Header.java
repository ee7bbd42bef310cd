package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.keys.Shortcuts;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.central.CentralState;

/** The header of a perspective: title, state of the directory, and the menu. */
public final class Header extends Composite {

    /** Largest share of the width that the connection may take, as a divisor. */
    private static final int CONNECTION = 4;

    /** The width of a usual line; a longer one wraps. */
    private static final int CENTRAL = 240;

    private final Label title;
    private final Label subtitle;
    private final Canvas dot;
    private final Label connection;
    private final Label central;
    private Tint tint = Tint.NEUTRAL;

    /**
     * Creates the header.
     *
     * @param badge the label of a mode that must not be mistaken for normal operation, if any
     * @param menu opens the menu below the given point of the display
     */
    public Header(Composite parent, Messages messages, Optional<String> badge, Consumer<Point> menu) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayout layout = new GridLayout(6, false);
        layout.marginWidth = Theme.space(24);
        layout.marginHeight = Theme.space(8);
        layout.horizontalSpacing = 8;
        setLayout(layout);
        Theme.of(this).apply(this, ColorRole.SURFACE, ColorRole.TEXT);
        Composite titles = new Composite(this, SWT.NONE);
        titles.setLayout(new GridLayout());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(titles);
        title = Labels.withId(Labels.wrapped(titles, FontRole.TITLE, ColorRole.TEXT), "header.title");
        subtitle = Labels.withId(Labels.wrapped(titles, FontRole.SMALL, ColorRole.MUTED), "header.subtitle");
        GridDataFactory.fillDefaults().grab(true, false).hint(50, SWT.DEFAULT).applyTo(title);
        GridDataFactory.fillDefaults().grab(true, false).hint(50, SWT.DEFAULT).applyTo(subtitle);
        badge.ifPresent(word -> new Badge(this, word));
        central = Labels.withId(Labels.wrapped(this, FontRole.SMALL, ColorRole.SOFT), "header.central");
        GridDataFactory.swtDefaults().exclude(true).applyTo(central);
        dot = new Canvas(this, SWT.NO_FOCUS);
        GridDataFactory.swtDefaults().hint(12, 12).applyTo(dot);
        dot.addPaintListener(event -> {
            event.gc.setAntialias(SWT.ON);
            event.gc.setBackground(Theme.of(this).color(ColorRole.mark(tint)));
            event.gc.fillOval(1, 1, 10, 10);
        });
        connection = Labels.withId(Labels.wrapped(this, FontRole.SMALL, ColorRole.SOFT), "header.connection");
        GridDataFactory.swtDefaults().applyTo(connection);
        addListener(SWT.Resize, event -> limit());
        ActionControl button = Labels.withId(new ActionControl(this), "header.menu");
        button.show(
                messages.text("menu"),
                Shortcuts.of(getDisplay()).of(Shortcuts.MENU).orElse(""),
                ActionControl.Style.PLAIN,
                () -> {
                    Rectangle area = button.getBounds();
                    menu.accept(toDisplay(area.x, area.y + area.height));
                });
        addPaintListener(event -> {
            Rectangle area = getClientArea();
            event.gc.setForeground(Theme.of(this).color(ColorRole.LINE));
            event.gc.drawLine(0, area.height - 1, area.width, area.height - 1);
        });
    }

    /** Shortens a long directory name in favour of the title; returns whether that changed the layout. */
    private boolean limit() {
        GridData data = (GridData) connection.getLayoutData();
        int before = data.widthHint;
        int wide = connection.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        data.widthHint = getSize().x == 0 ? wide : Math.min(wide, getSize().x / CONNECTION);
        return data.widthHint != before;
    }

    /** Shows Central, operator and connection of a joined station. */
    public void show(CentralState state) {
        String text = state.header().text();
        Theme.of(this)
                .applyText(
                        central,
                        state.header().tint() == Tint.ATTENTION ? ColorRole.ATTENTION_TEXT : ColorRole.SOFT,
                        FontRole.SMALL);
        ((GridData) central.getLayoutData()).widthHint = Theme.px(CENTRAL);
        boolean moved = Labels.set(central, text) | Labels.visible(central, !text.isEmpty());
        if (moved) {
            limit();
            getParent().layout(true, true);
        }
    }

    public void show(Heading heading) {
        tint = heading.connectionTint();
        boolean moved = Labels.set(title, heading.title())
                | Labels.set(subtitle, heading.subtitle())
                | Labels.set(connection, heading.connection());
        boolean visible = !heading.connection().isEmpty();
        dot.setVisible(visible);
        if (((GridData) dot.getLayoutData()).exclude == visible) {
            ((GridData) dot.getLayoutData()).exclude = !visible;
            moved = true;
        }
        dot.redraw();
        if (moved | limit()) {
            // A long subtitle may need another line.
            getParent().layout(true, true);
        }
    }
}
