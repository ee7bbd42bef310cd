package org.keyhopper.store;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Requests;
import org.postgresql.Driver;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;

/** A second virtual machine on the same station, controlled by its arguments. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static OtherProcess start(String task, Path home, RequestId request) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                OtherProcess.class.getName()));
        command.addAll(List.of(task, home.toString(), request.value()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new OtherProcess(process);
    }

    /** Test runners hide the class path in class loaders, so it is built from the required classes. */
    private static String classPath() {
        return Stream.of(
                        OtherProcess.class,
                        StationStore.class,
                        Requests.class,
                        Profile.class,
                        JDBC.class,
                        Driver.class,
                        Gson.class,
                        LoggerFactory.class)
                .map(OtherProcess::placeOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String placeOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Returns the next line of its output; null at the end. */
    String line() throws IOException {
        return output.readLine();
    }

    /**
     * Kills it as {@code kill -9} does, and returns its preceding output; uses the handle, which keeps the output
     * readable.
     */
    List<String> kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        return output.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws IOException {
        RequestId request = new RequestId(arguments[2]);
        try (StationStore store = StationStore.open(Path.of(arguments[1]))) {
            switch (arguments[0]) {
                case "claim" -> claim(store, request);
                case "write" -> write(store, request);
                case "finish" -> finish(store, request);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    /** Tries to acquire the claim, opens a ceremony under it, and keeps both until it is killed. */
    private static void claim(StationStore store, RequestId request) throws IOException {
        Optional<Claim> claim = store.requests().claim(new RecipientId(request, 1));
        if (claim.isPresent()) {
            store.journal().open(claim.get(), new RecipientId(request, 1), Map.of());
        }
        System.out.println(claim.isPresent() ? "taken" : "refused");
        if (claim.isPresent()) {
            System.in.read();
        }
    }

    /** Takes over: settles the open ceremony, provisions the same person, and releases the request. */
    private static void finish(StationStore store, RequestId request) {
        RecipientId recipient = new RecipientId(request, 1);
        try (Claim claim = store.requests().claim(new RecipientId(request, 1)).orElseThrow()) {
            store.journal().unfinished().forEach(left -> store.journal().close(claim, left.id(), Samples.failed()));
            store.requests().reopen(claim);
            CeremonyId ceremony = store.journal().open(claim, recipient, Map.of());
            store.inventory().put(claim, Samples.entry(recipient, "theirs"));
            store.journal().close(claim, ceremony, Samples.provisioned());
        }
        System.out.println("finished");
    }

    /** Writes entries endlessly; prints the number of each after it was written. */
    private static void write(StationStore store, RequestId request) {
        Claim claim = store.requests().claim(new RecipientId(request, 1)).orElseThrow();
        CeremonyId ceremony = store.journal().open(claim, new RecipientId(request, 1), Map.of());
        for (int i = 0; true; i++) {
            store.journal().record(claim, ceremony, JournalPoint.MAKING, Map.of("number", String.valueOf(i)));
            System.out.println(i);
        }
    }
}
