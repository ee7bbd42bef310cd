package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.NavigationRail;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.window.PerspectiveNavigation;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;
import org.osgi.service.event.Event;

/** Places the navigation rail in the window's trim. */
public final class NavigationRailControl {

    private NavigationRail rail;

    @PostConstruct
    void create(Composite parent, IEclipseContext context) {
        // The model is another one while a rehearsal is shown.
        rail = new NavigationRail(
                parent,
                context.get(WorkbenchModel.class).context().messages(),
                perspective -> context.get(WorkbenchModel.class).go(perspective));
        rail.choose(Perspective.REQUESTS);
        colourTrim();
    }

    /** The trim is as high as the window, the rail only as high as its items. */
    private void colourTrim() {
        for (Composite around = rail.getParent(); !(around instanceof Shell); around = around.getParent()) {
            Theme.of(around).apply(around, ColorRole.RAIL, ColorRole.RAIL_TEXT);
        }
    }

    /** Marks the active perspective, however it was selected. */
    @Inject
    @Optional
    void switched(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) Event event) {
        if (rail != null
                && !rail.isDisposed()
                && event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof MPerspective perspective) {
            PerspectiveNavigation.perspectiveOf(perspective.getElementId()).ifPresent(rail::choose);
        }
    }
}
