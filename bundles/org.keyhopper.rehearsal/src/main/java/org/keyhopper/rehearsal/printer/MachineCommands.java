package org.keyhopper.rehearsal.printer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.CommandKind;
import org.keyhopper.rehearsal.authenticator.card.Fault;
import org.keyhopper.rehearsal.authenticator.stack.CardReport;

/**
 * Actions at the machine as one-line commands. Every response is one JSON object with {@code ok}; if false, {@code
 * error} contains the reason.
 *
 * <pre>
 * load N [TRAITS]              cards into the hopper
 * open cover | close cover
 * clear jam                    also removes the card inside
 * take card                    removes the card inside
 * empty output | empty reject
 * fill output | fill reject
 * power off | power on
 * reserve | free               by another program
 * repair
 * leave card [TRAITS]          inside, as after a crash
 * fault EFFECT MOVEMENT N      N counts from 1, or is "next"; effects: jam misfeed open-cover lose-reply lose-command power-off fill-tray break dead-card;
 *                              movements: feed move engage release eject reject
 * card-fault SERIAL KIND N EFFECT [MILLISECONDS]
 * state                        its serial number, conditions, every card's place, and the total duration of movements
 * card SERIAL                  state and command log of a card
 * quit
 * </pre>
 */
final class MachineCommands {

    private static final String PLAIN = "plain";

    private final CardMachine machine;

    MachineCommands(CardMachine machine) {
        this.machine = machine;
    }

    /** Executes one line. */
    JsonObject run(String line) {
        try {
            return execute(List.of(line.strip().split("\\s+")));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            JsonObject answer = new JsonObject();
            answer.addProperty("ok", false);
            answer.addProperty("error", e.getMessage() == null ? e.toString() : e.getMessage());
            return answer;
        }
    }

    private JsonObject execute(List<String> words) throws IOException {
        return switch (words.getFirst()) {
            case "load" -> load(words);
            case "open" -> begin(MachineCondition.COVER_OPEN);
            case "close" -> end(MachineCondition.COVER_OPEN);
            case "reserve" -> begin(MachineCondition.RESERVED);
            case "free" -> end(MachineCondition.RESERVED);
            case "repair" -> end(MachineCondition.BROKEN);
            case "power" ->
                words.get(1).equals("off") ? begin(MachineCondition.SWITCHED_OFF) : end(MachineCondition.SWITCHED_OFF);
            case "clear", "take" -> takeOut();
            case "empty" -> empty(words.get(1));
            case "fill" ->
                begin(words.get(1).equals("reject") ? MachineCondition.REJECT_FULL : MachineCondition.OUTPUT_FULL);
            case "leave" -> leave(words);
            case "fault" -> plan(words);
            case "card-fault" -> arm(words);
            case "state" -> state();
            case "card" -> card(words.get(1));
            case "quit" -> done();
            default -> throw new IllegalArgumentException("unknown command " + words.getFirst());
        };
    }

    private JsonObject load(List<String> words) {
        JsonArray serials = new JsonArray();
        machine.load(words.size() > 2 ? words.get(2) : PLAIN, Integer.parseInt(words.get(1)))
                .forEach(card -> serials.add(card.serial()));
        JsonObject answer = done();
        answer.add("cards", serials);
        return answer;
    }

    private JsonObject begin(MachineCondition trouble) {
        machine.begin(trouble);
        return done();
    }

    private JsonObject end(MachineCondition trouble) {
        machine.end(trouble);
        return done();
    }

    private JsonObject takeOut() throws IOException {
        machine.takeOutCard();
        return done();
    }

    private JsonObject empty(String tray) {
        machine.empty(CardPlace.valueOf(tray.toUpperCase(Locale.ROOT)));
        return done();
    }

    private JsonObject leave(List<String> words) {
        machine.leaveCardInside(words.size() > 2 ? words.get(2) : PLAIN);
        return done();
    }

    private JsonObject plan(List<String> words) {
        boolean next = words.getLast().equals("next");
        MachineFault fault = MachineFault.parse(
                String.join(" ", words.subList(1, words.size() - 1)) + " " + (next ? "0" : words.getLast()));
        int occurrence = next ? machine.count(fault.kind()) + 1 : fault.occurrence();
        machine.plan(new MachineFault(fault.effect(), fault.kind(), occurrence));
        return done();
    }

    private JsonObject arm(List<String> words) {
        long delay = words.size() > 5 ? Long.parseLong(words.get(5)) : 0;
        named(words.get(1))
                .arm(new Fault(
                        CommandKind.named(words.get(2)),
                        Integer.parseInt(words.get(3)),
                        Fault.Effect.named(words.get(4)),
                        Duration.ofMillis(delay)));
        return done();
    }

    private JsonObject card(String serial) {
        JsonObject answer = done();
        answer.add("card", CardReport.of(named(serial)));
        return answer;
    }

    private JsonObject state() {
        JsonObject answer = done();
        JsonArray troubles = new JsonArray();
        machine.troubles().stream().map(MachineCommands::wireName).sorted().forEach(troubles::add);
        answer.addProperty("serial", machine.serial());
        answer.add("troubles", troubles);
        answer.addProperty("moving", machine.isMoving());
        answer.addProperty("movingMillis", machine.timeMoving().toMillis());
        JsonArray cards = new JsonArray();
        machine.places().forEach((card, place) -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("serial", card.serial());
            entry.addProperty("place", wireName(place));
            cards.add(entry);
        });
        answer.add("cards", cards);
        return answer;
    }

    private Card named(String serial) {
        Optional<Card> found = machine.places().keySet().stream()
                .filter(card -> card.serial().equals(serial))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no card " + serial));
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject done() {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", true);
        return answer;
    }
}
