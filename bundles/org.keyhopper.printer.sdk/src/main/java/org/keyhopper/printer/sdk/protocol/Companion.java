package org.keyhopper.printer.sdk.protocol;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.companion.CompanionMain;
import org.keyhopper.printer.support.ByteStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A separate process with the vendor's SDK loaded: SDKs are known to crash the process, and some require a particular
 * Java. The process ends when its standard input is closed.
 */
final class Companion implements ByteStream {

    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);
    private static final int END = -1;

    /** The time to end what would outlive the process, such as the session of a reader. */
    private static final long GRACE_SECONDS = 2;

    /** Names of environment variables; those of Windows in any case of letters. */
    private static final Set<String> PASSED_ON = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "TZ",
            "TMPDIR",
            "DISPLAY",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "SYSTEMROOT",
            "WINDIR",
            "COMSPEC",
            "PATHEXT",
            "TEMP",
            "TMP",
            "USERPROFILE",
            "USERNAME",
            "USERDOMAIN",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "PROGRAMFILES",
            "COMMONPROGRAMFILES",
            "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE");

    private final Process process;
    private final OutputStream in;
    private final BlockingQueue<Integer> out = new LinkedBlockingQueue<>();

    private Companion(Process process) {
        this.process = process;
        this.in = process.getOutputStream();
        Thread.ofPlatform().daemon().name("printer companion").start(this::pump);
    }

    /** Starts a process for the vendor's calls. */
    static Companion start(String vendor, Installation kit, Optional<String> java) throws IOException {
        String classPath = Stream.concat(
                        Stream.of(home(CompanionMain.class), home(JsonObject.class)), kit.archives().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java.orElseGet(Companion::currentJava),
                // Starts sooner; its calls wait for the printer.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.library.path=" + kit.folder(),
                "-cp",
                classPath,
                CompanionMain.class.getName(),
                vendor));
        // The SDK's native libraries are loaded from the working directory.
        builder.directory(kit.folder().toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(passedOn(builder.environment().keySet()));
        return new Companion(builder.start());
    }

    /** The vendor's code gets what a program needs to run, and none of the passphrases and tokens beside it. */
    static Set<String> passedOn(Set<String> names) {
        return names.stream()
                .filter(name -> PASSED_ON.contains(name.toUpperCase(Locale.ROOT)) || name.startsWith("LC_"))
                .collect(Collectors.toSet());
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws IOException {
        in.write(bytes);
        in.flush();
    }

    @Override
    public int read(Deadline deadline) throws IOException, InterruptedException {
        Integer next = out.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            throw new IOException("no response from the vendor's SDK");
        }
        if (next == END) {
            throw new IOException("the companion process ended" + status());
        }
        return next;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("closing", e);
        }
        awaitEnd();
        process.destroyForcibly();
    }

    /** Not ended by an interrupt: the process has been asked to end. */
    private void awaitEnd() {
        Deadline grace = Deadline.inSeconds(GRACE_SECONDS);
        boolean interrupted = false;
        while (process.isAlive() && !grace.hasPassed()) {
            try {
                process.waitFor(grace.remaining().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String status() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) ? " with status " + process.exitValue() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void pump() {
        try (var from = process.getInputStream()) {
            for (int next = from.read(); next != END; next = from.read()) {
                out.add(next);
            }
        } catch (IOException e) {
            LOG.debug("end of the companion's output", e);
        }
        out.add(END);
    }

    private static String currentJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path home(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            throw new IOException("unknown location of " + type.getName());
        }
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException(location.toString(), e);
        }
    }
}
