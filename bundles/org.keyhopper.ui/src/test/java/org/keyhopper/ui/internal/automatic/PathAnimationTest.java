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
    void aCardMovesEvenlyAndStopsWhereItIs() {
        animation.show(List.of(new Token("1", Position.HOPPER)));
        animation.show(List.of(new Token("1", Position.ENCODER)));
        assertTrue(animation.step(0.1));
        double early = animation.places().getFirst().across();
        assertTrue(early > 0 && early < 1, () -> "at " + early);
        settle();
        assertEquals(List.of(new PathAnimation.Coordinates(1, 0, false)), animation.places());
        assertFalse(animation.isMoving());
    }

    @Test
    void aBadCardTurnsOffBeforeTheProof() {
        animation.show(List.of(new Token("1", Position.ENCODER)));
        animation.show(List.of(new Token("1", Position.REJECT)));
        while (animation.step(0.02)) {
            PathAnimation.Coordinates at = animation.places().getFirst();
            assertTrue(at.down() > 0 || at.across() <= 1.5, at::toString);
        }
        assertEquals(List.of(new PathAnimation.Coordinates(3, 1, false)), animation.places());
    }

    @Test
    void aProvedCardGoesOnToTheOutputAndThenIsGone() {
        animation.show(List.of(new Token("1", Position.PROOF)));
        animation.show(List.of());
        assertTrue(animation.step(0.1));
        assertEquals(1, animation.places().size());
        settle();
        assertEquals(List.of(), animation.places());
    }

    @Test
    void aCardThatWentBackToTheHopperIsGoneAtOnce() {
        animation.show(List.of(new Token("1", Position.FEEDING)));
        animation.show(List.of());
        assertEquals(List.of(), animation.places());
        assertFalse(animation.isMoving());
    }
}
