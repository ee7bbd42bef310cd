package org.keyhopper.ui.internal.window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MPopupMenu;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;

/** The menu of the window, which the application model describes. UI thread only. */
final class MainMenu {

    private static final String ID = "org.keyhopper.menu.main";

    private final IEclipseContext application;
    private final Set<String> available;
    private Optional<MPopupMenu> shown = Optional.empty();

    /** @param available the tags of entries that this product or station has; entries without a tag are always there */
    MainMenu(IEclipseContext application, Set<String> available) {
        this.application = application;
        this.available = Set.copyOf(available);
    }

    void open(Shell shell, Point at) {
        MApplication model = application.get(MApplication.class);
        MWindow window = model.getChildren().getFirst();
        IPresentationEngine engine = window.getContext().get(IPresentationEngine.class);
        shown.ifPresent(engine::removeGui);
        MPopupMenu popup = (MPopupMenu) application.get(EModelService.class).cloneSnippet(model, ID, window);
        prepare(popup);
        Menu menu = (Menu) engine.createGui(popup, shell, window.getContext());
        shown = Optional.of(popup);
        menu.setLocation(at);
        menu.setVisible(true);
    }

    private void prepare(MMenu menu) {
        for (MMenuElement entry : List.copyOf(menu.getChildren())) {
            if (!available.containsAll(entry.getTags())) {
                menu.getChildren().remove(entry);
            } else if (entry instanceof MMenu submenu) {
                prepare(submenu);
            } else if (entry instanceof MMenuItem item && item.getType() == ItemType.RADIO) {
                item.setSelected(item.getElementId()
                        .endsWith("." + ThemePreference.kept().name().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
