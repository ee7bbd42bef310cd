package org.keyhopper.host.internal.command;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists readers and devices. */
@Command(name = "devices", description = "Lists readers, cards, keys and printers that are here now.")
final class DevicesCommand implements Callable<Integer> {

    /** Transports tell what is there a moment after they are asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CommandContext context;

    @Option(
            names = "--discovery",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether printers are looked for, which can take some seconds (default: they are).")
    private boolean discovery;

    DevicesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        DevicesSnapshot snapshot = context.station().devices().settled(PATIENCE);
        snapshot.slots().values().forEach(slots -> slots.stream()
                .filter(slot -> snapshot.links().stream()
                        .noneMatch(link -> link.id().slot().equals(slot)))
                .forEach(this::emptySlot));
        for (LinkDescription link : snapshot.links()) {
            device(context.station().devices().identify(link.id()).join());
        }
        snapshot.obstacles().values().forEach(problem -> context.output().complain(Words.of(problem)));
        if (snapshot.links().isEmpty() && snapshot.slots().values().stream().allMatch(slots -> slots.isEmpty())) {
            context.output().say("There is no reader and no key.");
        }
        PrinterList printers = new PrinterList(context.station().printers(), context.output());
        printers.drivers();
        if (discovery) {
            printers.discover();
        }
        return ExitCode.DONE;
    }

    private void emptySlot(String slot) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", "reader");
        json.addProperty("slot", slot);
        context.output().object(json);
        context.output().say(slot + ": empty");
    }

    private void device(DeviceFacts facts) {
        Output output = context.output();
        LinkDescription link = facts.link();
        JsonObject json = new JsonObject();
        json.addProperty("kind", link.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.addProperty("slot", link.id().slot());
        json.addProperty("model", facts.model());
        add(json, "serial", link.serial());
        facts.info().ifPresent(info -> addInfo(json, info));
        add(json, "holder", facts.known().map(entry -> entry.holder()));
        add(json, "reason", facts.obstacle().map(problem -> problem.code().id()));
        add(json, "message", facts.obstacle().map(Words::of));
        output.object(json);
        output.say(link.id().slot() + ": " + facts.model() + stateOf(facts));
    }

    private static void addInfo(JsonObject json, AuthenticatorInfo info) {
        json.addProperty("aaguid", info.aaguid().toString());
        json.addProperty("pinSet", info.pinIsSet());
        json.addProperty("minPinLength", info.pin().minLength());
        json.addProperty(
                "versions", String.join(" ", info.versions().stream().sorted().toList()));
        info.limits().remainingDiscoverableCredentials().ifPresent(free -> json.addProperty("freeSlots", free));
    }

    private static String stateOf(DeviceFacts facts) {
        if (facts.obstacle().isPresent()) {
            return ". " + Words.of(facts.obstacle().get());
        }
        return facts.known()
                .map(entry -> ", provisioned for " + entry.holder())
                .orElse(facts.isProvisioned() ? ", PIN set" : ", new");
    }

    private static void add(JsonObject json, String key, Optional<String> value) {
        if (value.isPresent()) {
            json.addProperty(key, value.get());
        } else {
            json.add(key, JsonNull.INSTANCE);
        }
    }
}
