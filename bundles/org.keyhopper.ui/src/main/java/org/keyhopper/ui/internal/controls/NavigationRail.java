package org.keyhopper.ui.internal.controls;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.keys.Shortcuts;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Perspective;

/** The vertical list of perspectives at the left. Arrow keys move through it; each has a shortcut. */
public final class NavigationRail extends Composite {

    private final Map<Perspective, NavigationRailItem> items = new EnumMap<>(Perspective.class);

    public NavigationRail(Composite parent, Messages messages, Consumer<Perspective> go) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 12).spacing(0, 6).applyTo(this);
        Theme.of(this).apply(this, ColorRole.RAIL, ColorRole.RAIL_TEXT);
        for (Perspective perspective : Perspective.values()) {
            String name = perspective.name().toLowerCase(Locale.ROOT);
            NavigationRailItem item = new NavigationRailItem(
                    this, messages.text("place." + perspective.name()), name, () -> go.accept(perspective));
            Shortcuts.of(getDisplay())
                    .of(Shortcuts.PLACE, Map.of(Shortcuts.PLACE_PARAMETER, perspective.name()))
                    .ifPresent(keys -> item.setToolTipText(
                            messages.text("rail.hint", messages.text("place." + perspective.name()), keys)));
            Labels.withId(item, "rail." + name);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(item);
            items.put(perspective, item);
        }
    }

    public void choose(Perspective perspective) {
        items.forEach((other, item) -> item.setChosen(other == perspective));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point size = super.computeSize(widthHint, heightHint, changed);
        return new Point(Math.max(size.x, NavigationRailItem.WIDTH), size.y);
    }
}
