package org.keyhopper.rehearsal.authenticator.card;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.keyhopper.rehearsal.authenticator.model.CardBehaviour;
import org.keyhopper.rehearsal.authenticator.model.CtapHandler;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personality;
import org.keyhopper.rehearsal.authenticator.model.PresenceRules.Button;
import org.keyhopper.rehearsal.authenticator.model.SpecificationLevel;

/** The FIDO applet of a card (CTAP 2.1, section 11.3). Not thread-safe. */
public final class FidoApplet {
    private static final byte[] AID = HexFormat.of().parseHex("A0000006472F0001");
    private static final int SELECT = 0x00A4;
    private static final int RESET = 0x07;
    private static final int MAKE_CREDENTIAL = 0x01;

    private final Personality personality;
    private final CtapHandler authenticator;
    private final U2fCommands u2f;
    private final ResponseDelivery delivery;
    private final ByteArrayOutputStream chain = new ByteArrayOutputStream();
    private Optional<PolledCommand> polled = Optional.empty();
    private boolean selected;

    /**
     * Creates an applet that is not selected.
     *
     * @param personality the behaviour of the card
     * @param authenticator processes CBOR messages
     */
    public FidoApplet(Personality personality, CtapHandler authenticator) {
        this.personality = personality;
        this.authenticator = authenticator;
        u2f = new U2fCommands(personality.abilities().level());
        delivery = new ResponseDelivery(personality.manners());
    }

    /** Powers up or resets: nothing is selected, tokens are discarded. */
    public void powerUp() {
        selected = false;
        forgetTransfers();
        authenticator.powerUp();
    }

    /**
     * Processes one APDU.
     *
     * @param apdu command APDU, short or extended
     * @return response data and status word
     */
    public byte[] transmit(byte[] apdu) {
        return CommandApdu.parse(apdu)
                .map(this::answer)
                .orElseGet(() -> ResponseApdu.of(ResponseApdu.WRONG_LENGTH))
                .encoded();
    }

    private ResponseApdu answer(CommandApdu command) {
        if (command.extended() && !manners().extendedLength()) {
            return ResponseApdu.of(ResponseApdu.WRONG_LENGTH);
        }
        if (command.ins() == 0xC0 || delivery.isRepetition(command)) {
            return delivery.next(command);
        }
        return isChained(command) ? collect(command) : delivery.begin(command, execute(command));
    }

    private static boolean isChained(CommandApdu command) {
        return (command.cla() & 0x10) != 0;
    }

    private ResponseApdu collect(CommandApdu command) {
        if (!selected) {
            return ResponseApdu.of(ResponseApdu.UNKNOWN_INSTRUCTION);
        }
        chain.writeBytes(command.data());
        return ResponseApdu.of(ResponseApdu.OK);
    }

    private ResponseApdu execute(CommandApdu command) {
        if (command.kind() == SELECT) {
            return select(command);
        }
        if (!selected) {
            return ResponseApdu.of(ResponseApdu.UNKNOWN_INSTRUCTION);
        }
        return switch (command.kind()) {
            case 0x8010 -> message(command);
            case 0x8011 -> poll(command.p1() == 0x11);
            case 0x8012 -> deselect();
            default -> command.cla() == 0 ? u2f.answer(command) : ResponseApdu.of(ResponseApdu.UNKNOWN_CLASS);
        };
    }

    private ResponseApdu select(CommandApdu command) {
        forgetTransfers();
        boolean known = Arrays.equals(command.data(), AID);
        selected = known && personality.abilities().level() != SpecificationLevel.NO_APPLET;
        return selected ? ResponseApdu.of(u2f.version()) : ResponseApdu.of(ResponseApdu.NOT_FOUND);
    }

    private ResponseApdu deselect() {
        selected = false;
        forgetTransfers();
        return ResponseApdu.of(ResponseApdu.OK);
    }

    private ResponseApdu message(CommandApdu command) {
        chain.writeBytes(command.data());
        byte[] message = chain.toByteArray();
        chain.reset();
        if (!personality.abilities().level().supportsCtap2()) {
            return ResponseApdu.of(ResponseApdu.UNKNOWN_INSTRUCTION);
        }
        boolean polling = command.p1() == 0x80;
        if (polling && !manners().polling()) {
            return ResponseApdu.of(ResponseApdu.WRONG_PARAMETERS);
        }
        boolean makes = startsWith(message, MAKE_CREDENTIAL);
        Duration wait = makes ? button().map(Button::time).orElse(Duration.ZERO) : Duration.ZERO;
        if (polling && makes && (manners().keepAlives() > 0 || wait.isPositive())) {
            polled = Optional.of(new PolledCommand(message, manners().keepAlives(), wait));
            return poll(false);
        }
        waitInSilence(wait);
        return touched(message, () -> false);
    }

    /** The reader receives nothing meanwhile. */
    private static void waitInSilence(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Executes the command unless no touch came in time. */
    private ResponseApdu touched(byte[] message, BooleanSupplier cancelled) {
        Optional<Integer> missed = startsWith(message, MAKE_CREDENTIAL) && !cancelled.getAsBoolean()
                ? button().flatMap(Button::missedStatus)
                : Optional.empty();
        return missed.map(status -> ResponseApdu.of(new byte[] {status.byteValue()}))
                .orElseGet(() -> run(message, cancelled));
    }

    private Optional<Button> button() {
        return personality.presence().button();
    }

    private ResponseApdu poll(boolean cancel) {
        Optional<PolledCommand> current = polled;
        if (current.isEmpty()) {
            return ResponseApdu.of(ResponseApdu.CONDITIONS_NOT_SATISFIED);
        }
        if (!cancel && current.get().keepsWaiting()) {
            return new ResponseApdu(new byte[] {PolledCommand.WAITING_FOR_PRESENCE}, ResponseApdu.KEEP_ALIVE);
        }
        polled = Optional.empty();
        return touched(current.get().message(), () -> cancel);
    }

    private ResponseApdu run(byte[] message, BooleanSupplier cancelled) {
        Interaction person = Interaction.alwaysPresent();
        byte[] answer =
                authenticator.handle(message, new Interaction(person.presence(), person.keepAlive(), cancelled));
        if (startsWith(message, RESET) && answer[0] == 0 && manners().reselectAfterReset()) {
            selected = false;
        }
        return ResponseApdu.of(answer);
    }

    private void forgetTransfers() {
        chain.reset();
        polled = Optional.empty();
        delivery.clear();
    }

    private CardBehaviour manners() {
        return personality.manners();
    }

    private static boolean startsWith(byte[] message, int command) {
        return message.length > 0 && message[0] == command;
    }
}
