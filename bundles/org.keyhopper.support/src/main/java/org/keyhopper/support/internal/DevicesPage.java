package org.keyhopper.support.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.core.station.Station;

/** Readers, devices, printer drivers and reader bindings. Printers are not contacted, since they may be remote. */
public record DevicesPage(Station station, Redaction redaction) {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final long IDENTIFY_SECONDS = 5;

    public JsonElement tree() {
        DevicesSnapshot snapshot = station.devices().awaitReported(TIMEOUT);
        JsonObject page = new JsonObject();
        JsonArray readers = new JsonArray();
        snapshot.slots().values().forEach(slots -> slots.forEach(slot -> readers.add(redaction.text(slot))));
        page.add("readers", readers);
        JsonObject obstacles = new JsonObject();
        snapshot.obstacles().forEach((transport, problem) -> obstacles.add(transport, of(problem)));
        page.add("obstacles", obstacles);
        JsonArray devices = new JsonArray();
        snapshot.links().forEach(link -> devices.add(device(link)));
        page.add("devices", devices);
        JsonArray drivers = new JsonArray();
        station.printers().drivers().forEach(driver -> drivers.add(driver(driver)));
        page.add("printerDrivers", drivers);
        JsonArray bindings = new JsonArray();
        station.bindings()
                .list()
                .forEach(binding -> bindings.add(redaction.text(binding.printer() + " " + binding.encoder() + ": "
                        + binding.reader() + ", " + binding.learned())));
        page.add("readersOfPrinters", bindings);
        return page;
    }

    private JsonObject device(LinkDescription link) {
        JsonObject device = new JsonObject();
        device.addProperty("kind", link.kind().name());
        device.addProperty("product", redaction.text(link.product()));
        try {
            DeviceFacts facts = station.devices().identify(link.id()).get(IDENTIFY_SECONDS, TimeUnit.SECONDS);
            device.addProperty("model", facts.model());
            facts.info().ifPresent(info -> add(device, info));
            facts.obstacle().ifPresent(problem -> device.add("obstacle", of(problem)));
        } catch (ExecutionException | TimeoutException e) {
            device.addProperty("obstacle", redaction.text(e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            device.addProperty("obstacle", "interrupted");
        }
        return device;
    }

    private void add(JsonObject device, AuthenticatorInfo info) {
        redaction.keep(info.aaguid());
        device.addProperty("aaguid", info.aaguid().toString());
        device.addProperty(
                "versions", String.join(" ", info.versions().stream().sorted().toList()));
        device.addProperty(
                "extensions",
                String.join(" ", info.extensions().stream().sorted().toList()));
        info.firmwareVersion().ifPresent(version -> device.addProperty("firmware", version));
    }

    private JsonObject driver(InstalledDriver driver) {
        JsonObject json = new JsonObject();
        json.addProperty("id", driver.description().id());
        json.addProperty("name", driver.description().displayName());
        json.addProperty(
                "testedOn", driver.description().provenance().testedOn().name());
        driver.obstacle().ifPresent(problem -> json.add("obstacle", of(problem)));
        return json;
    }

    private JsonObject of(Problem problem) {
        return Problems.tree(problem, redaction);
    }
}
