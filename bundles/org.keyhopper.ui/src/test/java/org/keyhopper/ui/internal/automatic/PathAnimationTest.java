package org.keyhopper.ui.internal.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.ui.model.automatic.CardPath.Position;
import org.keyhopper.ui.model.automatic.CardPath.Token;

class PathAnimationTest {

    private final PathAnimation animation = new PathAnimation();

    private void settle() {
        for (int i = 0; i < 1000 && animation.step(0.02); i++) {
            assertTrue(animation.isMoving());
        }
    }

    @Test
    void cardMovesToItsPositionAndStops() {
        animation.show(List.of(new Token("1", Position.HOPPER)));
        animation.show(List.of(new Token("1", Position.ENCODER)));
        assertTrue(animation.step(0.1));
        double early = animation.coordinates().getFirst().across();
        assertTrue(early > 0 && early < 1, () -> "at " + early);
        settle();
        assertEquals(List.of(new PathAnimation.Coordinates(1, 0, false)), animation.coordinates());
        assertFalse(animation.isMoving());
    }

    @Test
    void rejectedCardLeavesThePathBeforeTheReadBack() {
        animation.show(List.of(new Token("1", Position.ENCODER)));
        animation.show(List.of(new Token("1", Position.REJECT)));
        while (animation.step(0.02)) {
            PathAnimation.Coordinates at = animation.coordinates().getFirst();
            assertTrue(at.down() > 0 || at.across() <= 1.5, at::toString);
        }
        assertEquals(List.of(new PathAnimation.Coordinates(3, 1, false)), animation.coordinates());
    }

    @Test
    void verifiedCardMovesToTheOutputAndDisappears() {
        animation.show(List.of(new Token("1", Position.PROOF)));
        animation.show(List.of());
        assertTrue(animation.step(0.1));
        assertEquals(1, animation.coordinates().size());
        settle();
        assertEquals(List.of(), animation.coordinates());
    }

    @Test
    void cardReturnedToTheHopperDisappearsImmediately() {
        animation.show(List.of(new Token("1", Position.FEEDING)));
        animation.show(List.of());
        assertEquals(List.of(), animation.coordinates());
        assertFalse(animation.isMoving());
    }
}
