package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.station.Station;
import org.keyhopper.directory.entra.internal.EntraConnector;
import org.keyhopper.host.internal.HostServices;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.rehearsal.station.ReaderOperator;
import org.keyhopper.rehearsal.station.RehearsalStation;
import org.keyhopper.transport.helper.DeviceProxy;
import org.keyhopper.ui.fakes.FakeNetwork;

/** Runs commands on the station of a rehearsal, with its simulated reader and preset PIN input. */
final class CommandFixture implements HostServices, AutoCloseable {

    private final RehearsalStation rehearsal;
    final Deque<String> typed = new ArrayDeque<>();
    final List<String> questions = new ArrayList<>();
    final List<DropIn> dropIns = new ArrayList<>();
    final FakeNetwork network = new FakeNetwork();
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    CommandFixture() throws IOException {
        rehearsal = RehearsalStation.open(1, List.of(new EntraConnector()));
    }

    RehearsalStation rehearsal() {
        return rehearsal;
    }

    ReaderOperator hands() {
        return rehearsal.hands();
    }

    /** Runs a command and returns its exit code. */
    int run(String... arguments) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        Output output = new Output(new PrintStream(out, true), new PrintStream(err, true));
        return KeyhopperCommand.execute(new CommandContext(this, output, this::answer), arguments);
    }

    private Optional<Secret> answer(String question) {
        questions.add(question);
        return Optional.ofNullable(typed.poll()).map(Secret::of);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Returns standard output as JSON objects, one per line. */
    List<JsonObject> objects() {
        return out().lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    @Override
    public Station station() {
        return rehearsal.station();
    }

    @Override
    public DeviceProxy helper() {
        throw new UnsupportedOperationException("no helper in this test");
    }

    @Override
    public ProductUpdates updates() {
        throw new UnsupportedOperationException("no updates in this test");
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public List<DropIn> dropIns() {
        return dropIns;
    }

    @Override
    public CentralConnector centralConnector() {
        throw new UnsupportedOperationException("no Central in this test");
    }

    @Override
    public List<DirectoryConnector> connectors() {
        return station().directories().connectors();
    }

    @Override
    public void close() throws IOException {
        rehearsal.close();
    }
}
