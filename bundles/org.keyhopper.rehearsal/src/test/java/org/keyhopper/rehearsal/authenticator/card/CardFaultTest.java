package org.keyhopper.rehearsal.authenticator.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

class CardFaultTest {
    private static final String SELECT = "00A4040008A0000006472F000100";
    private static final String CREATE = ExampleMessages.create("00");

    private final Card card = Card.fresh("KH-1", Personalities.parse("plain"));

    @Test
    void cardRemovedBeforeTheCommandHoldsNothing() throws CardPulledException {
        card.arm(Fault.of(CommandKind.MAKE_CREDENTIAL, 1, Fault.Effect.PULL_BEFORE));
        send(SELECT);
        assertThrows(CardPulledException.class, () -> send(CREATE));
        assertEquals(0, card.state().credentials().size());
    }

    @Test
    void cardRemovedAfterTheCommandHoldsTheCredential() throws CardPulledException {
        card.arm(Fault.of(CommandKind.MAKE_CREDENTIAL, 1, Fault.Effect.PULL_AFTER));
        send(SELECT);
        assertThrows(CardPulledException.class, () -> send(CREATE));
        assertEquals(1, card.state().credentials().size());
    }

    @Test
    void removedCardMustBeSelectedAgain() throws CardPulledException {
        card.arm(Fault.of(CommandKind.MAKE_CREDENTIAL, 1, Fault.Effect.PULL_BEFORE));
        send(SELECT);
        assertThrows(CardPulledException.class, () -> send(CREATE));
        assertEquals("6d00", send("80100000010400"));
    }

    @Test
    void onlyTheScheduledOccurrenceFails() throws CardPulledException {
        card.arm(Fault.of(CommandKind.MAKE_CREDENTIAL, 2, Fault.Effect.PULL_BEFORE));
        send(SELECT);
        send(CREATE);
        assertThrows(CardPulledException.class, () -> send(CREATE));
        assertEquals(1, card.state().credentials().size());
    }

    @Test
    void brokenCardStaysBroken() throws CardPulledException {
        card.arm(Fault.of(CommandKind.ANY, 1, Fault.Effect.DIE));
        send(SELECT);
        assertEquals("6f00", send(CREATE));
        card.powerUp();
        assertEquals("6f00", send(SELECT));
    }

    @Test
    void cardIsRestoredFromItsFile(@TempDir Path folder) throws Exception {
        send(SELECT);
        send(CREATE);
        CardFile.save(card, folder.resolve("a.card"));
        Card loaded = CardFile.load(folder.resolve("a.card"));
        assertEquals("KH-1", loaded.serial());
        assertArrayEquals(
                card.state().credentials().getFirst().id(),
                loaded.state().credentials().getFirst().id());
        assertEquals(card.state().signatureCounter(), loaded.state().signatureCounter());
    }

    private String send(String apdu) throws CardPulledException {
        return HexFormat.of().formatHex(card.transmit(HexFormat.of().parseHex(apdu)));
    }
}
