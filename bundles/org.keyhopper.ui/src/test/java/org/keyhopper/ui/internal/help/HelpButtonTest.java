package org.keyhopper.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.dialogs.BaseDialog;
import org.keyhopper.ui.model.Perspective;

/** Opens windows, which needs the display of releng/tools/display. */
@EnabledIfEnvironmentVariable(named = "KEYHOPPER_TEST_DISPLAY", matches = ".+")
class HelpButtonTest {

    private final Display display = new Display();
    private final Shell window = new Shell(display);
    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void close() {
        display.dispose();
    }

    private BaseDialog dialog(String id) {
        window.open();
        BaseDialog dialog = new BaseDialog(window, id, "Title", "");
        dialog.button("ok", "OK", ActionControl.Style.PRIMARY, dialog::close);
        dialog.open(500, 0);
        return dialog;
    }

    private void provide() {
        HelpButton.provide(
                display, "Help", () -> opened.add(HelpTopics.of(window.getShells()[0], Perspective.REQUESTS)));
    }

    private static Optional<ActionControl> help(Composite place) {
        return controls(place)
                .filter(control ->
                        Labels.id(control).filter("dialog.help"::equals).isPresent())
                .map(ActionControl.class::cast)
                .findFirst();
    }

    private static Stream<Control> controls(Composite place) {
        return Stream.of(place.getChildren())
                .flatMap(control -> control instanceof Composite inner
                        ? Stream.concat(Stream.of(control), controls(inner))
                        : Stream.of(control));
    }

    @Test
    void opensThePageOfTheDialogOrOfItsProblem() {
        provide();
        BaseDialog dialog = dialog("network");
        help(dialog.shell()).orElseThrow().press();
        HelpTopics.showsProblem(dialog.shell(), Optional.of("network.proxy-refused"));
        help(dialog.shell()).orElseThrow().press();
        assertEquals(2, opened.size());
        assertEquals("network", opened.getFirst());
        assertNotEquals("network", opened.getLast());
    }

    @Test
    void doesNotHaveTheFirstFocus() {
        provide();
        BaseDialog dialog = dialog("network");
        assertEquals(
                "ok",
                Optional.ofNullable(display.getFocusControl())
                        .flatMap(Labels::id)
                        .orElse("none"));
        dialog.close();
    }

    @Test
    void questionsHaveNone() {
        provide();
        assertEquals(Optional.empty(), help(dialog("question").shell()));
    }

    @Test
    void thereIsNoneWithoutSomethingToOpen() {
        assertEquals(Optional.empty(), help(dialog("network").shell()));
    }
}
