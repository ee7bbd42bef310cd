package org.keyhopper.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.NavigationRail;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;

/**
 * Shows every perspective and dialog with sample data, one after the other, in a window as large as the screen, and
 * prints what is clipped in which; at last the number of views. Arguments: language, light or dark; for screenshots also
 * the folder for them and, if not all are wanted, a part of their names.
 */
public final class Gallery implements WindowActions {

    /** Everything is computed at once; the X server needs a moment to show it. */
    private static final int SETTLED = 30;

    private static final int SHOWN = 450;

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final FakeStation station = new FakeStation();
    private final WorkbenchModel model;
    private final Optional<Path> folder;
    private final String wanted;
    private int views;

    private Gallery(List<String> arguments) {
        model = GalleryModel.of(station, arguments.get(0));
        Theme.of(display).setDark(arguments.get(1).equals("dark"));
        folder = arguments.stream().skip(2).findFirst().map(Path::of);
        wanted = arguments.stream().skip(3).findFirst().orElse("");
        shell.setText("Keyhopper");
        shell.setMaximized(true);
        // Without a window manager, nothing maximizes a window.
        shell.setBounds(display.getPrimaryMonitor().getBounds());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(shell);
    }

    public static void main(String[] arguments) {
        Gallery gallery = new Gallery(List.of(arguments));
        PerspectivePictures perspectives = new PerspectivePictures(gallery, gallery.station);
        gallery.group("manual", perspectives::manual);
        gallery.group("automatic", perspectives::automatic);
        gallery.group("requests", perspectives::requests);
        gallery.group("results", perspectives::results);
        gallery.group("devices", perspectives::devices);
        gallery.group("dialog", new DialogPictures(gallery, gallery.station)::show);
        gallery.display.dispose();
        System.out.println(gallery.views + " views");
    }

    private void group(String name, Runnable pictures) {
        if (wanted.isEmpty() || wanted.startsWith(name)) {
            pictures.run();
        }
    }

    /** Returns an empty perspective in place of the previous one. */
    Composite createParent(Perspective perspective) {
        for (Control child : shell.getChildren()) {
            child.dispose();
        }
        NavigationRail rail = new NavigationRail(shell, messages(), chosen -> {});
        GridDataFactory.fillDefaults().grab(false, true).applyTo(rail);
        rail.choose(perspective);
        Composite content = new Composite(shell, 0);
        content.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        return content;
    }

    void open() {
        shell.open();
    }

    Shell shell() {
        return shell;
    }

    /** Shows the current state under this name. */
    void picture(String name) {
        settle();
        if (name.contains(wanted)) {
            views++;
            windows().forEach(window -> ClippingCheck.in(window)
                    .forEach(fault -> System.out.println(name + ": " + fault)));
            folder.ifPresent(pictures -> screenshot(pictures.resolve(name + ".png")));
        }
    }

    /** Returns where the visible cards of the perspective are on the screen. */
    List<Rectangle> cards() {
        return cards(shell)
                .map(card -> display.map(card.getParent(), null, card.getBounds()))
                .toList();
    }

    private static Stream<Control> cards(Composite parent) {
        return Arrays.stream(parent.getChildren())
                .filter(Control::isVisible)
                .flatMap(child -> child instanceof Card
                        ? Stream.of(child)
                        : child instanceof Composite inner ? cards(inner) : Stream.empty());
    }

    /** What an operator looks at and aims at stays where it was, on a screen with room for all of it. */
    void checkPlaces(String name, List<Rectangle> before) {
        List<Rectangle> now = cards();
        if (Theme.hasRoom() && !now.equals(before)) {
            System.out.println(name + ": cards moved from " + before + " to " + now);
        }
    }

    /** Shows the open dialog under this name, then closes it. */
    void dialog(String name) {
        picture(name);
        windows().filter(window -> window != shell).toList().forEach(Shell::close);
    }

    private Stream<Shell> windows() {
        return Arrays.stream(display.getShells()).filter(window -> !window.isDisposed() && window.isVisible());
    }

    private void settle() {
        shell.layout(true, true);
        boolean[] over = {false};
        display.timerExec(folder.isPresent() ? SHOWN : SETTLED, () -> over[0] = true);
        boolean more = true;
        while (more || !over[0]) {
            more = display.readAndDispatch();
            if (!more && !over[0]) {
                display.sleep();
            }
        }
    }

    /** Of a dialog without what is around it. */
    private void screenshot(Path file) {
        Rectangle area = windows().reduce((below, above) -> above).orElse(shell).getBounds();
        String crop = "%dx%d+%d+%d".formatted(area.width, area.height, area.x, area.y);
        try {
            new ProcessBuilder("import", "-window", "root", "-crop", crop, "+repage", file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the control with this id in any window. */
    Control find(String id) {
        return Arrays.stream(display.getShells())
                .flatMap(window -> find(window, id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Control> find(Composite parent, String id) {
        return Arrays.stream(parent.getChildren())
                .flatMap(child -> Stream.concat(
                        Stream.of(child).filter(one -> id.equals(one.getData("org.keyhopper.id"))),
                        child instanceof Composite composite ? find(composite, id) : Stream.empty()));
    }

    @Override
    public WorkbenchModel model() {
        return model;
    }

    @Override
    public Optional<String> badge() {
        return Optional.of(messages().text("rehearsal"));
    }

    @Override
    public void openMenu(Composite perspective, Point at) {
        throw new UnsupportedOperationException("not used by the gallery");
    }
}
