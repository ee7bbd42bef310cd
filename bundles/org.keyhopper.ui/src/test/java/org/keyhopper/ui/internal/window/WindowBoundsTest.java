package org.keyhopper.ui.internal.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowBoundsTest {

    private static final Rectangle LEFT = new Rectangle(0, 30, 1280, 770);
    private static final Rectangle RIGHT = new Rectangle(1280, 0, 1920, 1080);
    private static final List<Rectangle> BOTH = List.of(LEFT, RIGHT);

    private static Rectangle shown(int x, int y, int width, int height) {
        return WindowBounds.onScreen(new Rectangle(x, y, width, height), BOTH).orElseThrow();
    }

    @Test
    void boundsOnAScreenAreUnchanged() {
        assertEquals(new Rectangle(100, 100, 800, 600), shown(100, 100, 800, 600));
    }

    @Test
    void titleBarIsMovedOntoTheScreen() {
        assertEquals(new Rectangle(0, 30, 800, 600), shown(-1, -20, 800, 600));
    }

    @Test
    void windowMovesToTheScreenWithTheLargerPart() {
        assertEquals(new Rectangle(1280, 200, 800, 600), shown(1200, 200, 800, 600));
    }

    @Test
    void windowIsShrunkToTheScreen() {
        assertEquals(LEFT, shown(-500, 0, 1700, 1000));
    }

    @Test
    void boundsOnAMissingScreenAreDiscarded() {
        assertEquals(Optional.empty(), WindowBounds.onScreen(new Rectangle(4000, 100, 800, 600), BOTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "a,b,c,d", "1,2,3,4,5", "1,2,-3,4", "99999999999,0,800,600"})
    void invalidBoundsAreIgnored(String kept) {
        assertEquals(Optional.empty(), WindowBounds.read(kept));
    }

    @Test
    void storedBoundsAreParsed() {
        assertEquals(Optional.of(new Rectangle(-1, -20, 800, 600)), WindowBounds.read("-1,-20,800,600"));
    }
}
