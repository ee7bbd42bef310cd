package org.keyhopper.rehearsal.authenticator.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.CommandKind;
import org.keyhopper.rehearsal.authenticator.card.Fault;
import org.keyhopper.rehearsal.authenticator.hid.Touch;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/**
 * The one-line commands of a stack. Every response is one JSON object with {@code ok}; if false, {@code error} contains
 * the reason.
 *
 * <pre>
 * new TRAITS [COUNT]                  appends cards to the stack
 * insert SERIAL|PLACE|next [SLOT]     into slot 0 by default
 * remove [SLOT]
 * auto MILLISECONDS|off [SLOT]        replaces the card once it has made a credential and was idle that long
 * touch auto|wait MILLISECONDS [SLOT] automatically after that time, or by command within it; keys only
 * touch now [SLOT]
 * crowd on|off [SLOT]                 another program uses the same key; keys only
 * fault SERIAL|PLACE KIND N EFFECT [MILLISECONDS]
 * state [SERIAL|PLACE]
 * traits
 * save
 * quit
 * </pre>
 */
final class StackCommands implements AutoCloseable {
    private final CardStack stack;
    private Optional<AutoFeed> feed = Optional.empty();

    StackCommands(CardStack stack) {
        this.stack = stack;
    }

    /** Executes one line. */
    synchronized JsonObject run(String line) {
        try {
            return execute(List.of(line.strip().split("\\s+")));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return refused(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    @Override
    public void close() {
        feed.ifPresent(AutoFeed::close);
    }

    private JsonObject execute(List<String> words) throws IOException {
        return switch (words.getFirst()) {
            case "new" -> deal(words);
            case "insert" -> insert(words);
            case "remove" -> remove(words);
            case "auto" -> auto(words);
            case "touch" -> touch(words);
            case "crowd" -> crowd(words);
            case "fault" -> fault(words);
            case "state" -> state(words);
            case "traits" -> traits();
            case "save" -> save();
            case "quit" -> done();
            default -> refused("unknown command " + words.getFirst());
        };
    }

    private JsonObject deal(List<String> words) throws IOException {
        JsonArray serials = new JsonArray();
        stack.deal(words.get(1), number(words, 2, 1)).forEach(card -> serials.add(card.serial()));
        JsonObject answer = done();
        answer.add("cards", serials);
        return answer;
    }

    private JsonObject insert(List<String> words) throws IOException {
        int slot = number(words, 2, 0);
        if (words.get(1).equals("next")) {
            return stack.insertNext(slot).map(this::named).orElseGet(() -> refused("no more cards"));
        }
        Card card = card(words.get(1));
        stack.insert(card, slot);
        return named(card);
    }

    private JsonObject remove(List<String> words) throws IOException {
        return stack.remove(number(words, 1, 0)).map(this::named).orElseGet(() -> refused("no card in the slot"));
    }

    private JsonObject auto(List<String> words) {
        close();
        feed = Optional.of(words.get(1))
                .filter(word -> !word.equals("off"))
                .map(millis -> new AutoFeed(stack, number(words, 2, 0), Duration.ofMillis(Long.parseLong(millis))));
        return done();
    }

    private JsonObject touch(List<String> words) {
        if (words.get(1).equals("now")) {
            touchAt(words, 2).press();
            return done();
        }
        Duration time = Duration.ofMillis(Long.parseLong(words.get(2)));
        switch (words.get(1)) {
            case "auto" -> touchAt(words, 3).comeAfter(time);
            case "wait" -> touchAt(words, 3).waitFor(time);
            default -> throw new IllegalArgumentException("touch auto, wait or now");
        }
        return done();
    }

    private Touch touchAt(List<String> words, int at) {
        return stack.slots().get(number(words, at, 0)).surroundings().touch();
    }

    private JsonObject crowd(List<String> words) {
        stack.slots()
                .get(number(words, 2, 0))
                .surroundings()
                .crowded(words.get(1).equals("on"));
        return done();
    }

    private JsonObject fault(List<String> words) {
        Card card = card(words.get(1));
        card.arm(new Fault(
                CommandKind.named(words.get(2)),
                Integer.parseInt(words.get(3)),
                Fault.Effect.named(words.get(4)),
                Duration.ofMillis(number(words, 5, 0))));
        return named(card);
    }

    private JsonObject state(List<String> words) {
        JsonObject answer = done();
        if (words.size() > 1) {
            answer.add("card", CardReport.of(card(words.get(1))));
            return answer;
        }
        answer.add("slots", array(stack.slots(), StackCommands::slot));
        answer.add("cards", array(stack.cards(), CardReport::of));
        return answer;
    }

    private static JsonObject traits() {
        JsonArray names = new JsonArray();
        Personalities.traits().forEach(names::add);
        JsonObject answer = done();
        answer.add("traits", names);
        return answer;
    }

    private JsonObject save() throws IOException {
        stack.save();
        return done();
    }

    private Card card(String name) {
        return stack.find(name).orElseThrow(() -> new IllegalArgumentException("no card " + name));
    }

    private JsonObject named(Card card) {
        JsonObject answer = done();
        answer.addProperty("serial", card.serial());
        return answer;
    }

    private static JsonObject slot(Slot slot) {
        JsonObject json = new JsonObject();
        json.addProperty("port", slot.address().getPort());
        slot.card().ifPresent(card -> json.addProperty("serial", card.serial()));
        slot.ending().ifPresent(ending -> {
            json.addProperty("ended", ending.kind().name());
            json.addProperty("message", ending.message());
        });
        return json;
    }

    private static <T> JsonArray array(List<T> all, Function<T, JsonObject> form) {
        JsonArray array = new JsonArray();
        all.forEach(each -> array.add(form.apply(each)));
        return array;
    }

    private static int number(List<String> words, int at, int otherwise) {
        return words.size() > at ? Integer.parseInt(words.get(at)) : otherwise;
    }

    private static JsonObject done() {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", true);
        return answer;
    }

    private static JsonObject refused(String why) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", false);
        answer.addProperty("error", why);
        return answer;
    }
}
