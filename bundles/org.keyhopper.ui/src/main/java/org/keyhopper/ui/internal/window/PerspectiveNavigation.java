package org.keyhopper.ui.internal.window;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.model.Navigation;
import org.keyhopper.ui.model.Perspective;

/** Navigates by switching the Eclipse perspective. */
public final class PerspectiveNavigation implements Navigation {

    private static final String PREFIX = "org.keyhopper.perspective.";

    private final IEclipseContext application;
    private final Display display;

    public PerspectiveNavigation(IEclipseContext application, Display display) {
        this.application = application;
        this.display = display;
    }

    /** Returns the perspective that a model element represents. */
    public static Optional<Perspective> perspectiveOf(String elementId) {
        return elementId != null && elementId.startsWith(PREFIX)
                ? Optional.of(
                        Perspective.valueOf(elementId.substring(PREFIX.length()).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public void show(Perspective perspective) {
        String id = PREFIX + perspective.name().toLowerCase(Locale.ROOT);
        if (Display.getCurrent() == display) {
            // Not later: keys that are already queued are meant for the new perspective.
            switchTo(id);
        } else if (!display.isDisposed()) {
            display.asyncExec(() -> switchTo(id));
        }
    }

    private void switchTo(String id) {
        MApplication model = application.get(MApplication.class);
        MWindow window = model.getChildren().getFirst();
        EModelService elements = application.get(EModelService.class);
        elements.findElements(window, id, MPerspective.class).stream()
                .findFirst()
                .ifPresent(perspective ->
                        window.getContext().get(EPartService.class).switchPerspective(perspective));
    }
}
