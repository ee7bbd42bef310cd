package org.keyhopper.ui.internal.window;

import java.util.List;
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

    private static final String PREFIX = "org.keyhopper.menu.";
    private static final String ID = PREFIX + "main";

    private final IEclipseContext application;
    private Optional<MPopupMenu> shown = Optional.empty();

    MainMenu(IEclipseContext application) {
        this.application = application;
    }

    /**
     * Opens the menu.
     *
     * @param available the tags of entries that apply; entries without a tag always do
     * @param selected the ids of entries that have a mark, without what all ids begin with
     */
    void open(Shell shell, Point at, Set<String> available, Set<String> selected) {
        MApplication model = application.get(MApplication.class);
        MWindow window = model.getChildren().getFirst();
        IPresentationEngine engine = window.getContext().get(IPresentationEngine.class);
        shown.ifPresent(engine::removeGui);
        MPopupMenu popup = (MPopupMenu) application.get(EModelService.class).cloneSnippet(model, ID, window);
        prepare(popup, available, selected);
        Menu menu = (Menu) engine.createGui(popup, shell, window.getContext());
        shown = Optional.of(popup);
        menu.setLocation(at);
        menu.setVisible(true);
    }

    private void prepare(MMenu menu, Set<String> available, Set<String> selected) {
        for (MMenuElement entry : List.copyOf(menu.getChildren())) {
            if (!available.containsAll(entry.getTags())) {
                menu.getChildren().remove(entry);
            } else if (entry instanceof MMenu submenu) {
                prepare(submenu, available, selected);
            } else if (entry instanceof MMenuItem item && item.getType() != ItemType.PUSH) {
                item.setSelected(selected.contains(item.getElementId().substring(PREFIX.length())));
            }
        }
    }
}
