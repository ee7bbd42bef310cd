package org.keyhopper.transport.pcsc.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.transport.Deadline;

/** A real PC/SC daemon with one virtual reader. A machine can run only one daemon, so a lock is held meanwhile. */
final class Pcscd {

    static final int PORT = 35963;

    private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final String LOCK = "/run/lock/keyhopper-pcscd.lock";

    private final Process lock;
    private final Path configuration;
    private Process daemon;

    private Pcscd(Process lock, Path configuration) {
        this.lock = lock;
        this.configuration = configuration;
    }

    /** Starts the daemon, or aborts the test with the reason why it cannot be started. */
    static Pcscd start() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(DAEMON), "pcscd is not installed");
        assumeTrue(Files.exists(DRIVER), "vsmartcard-vpcd is not installed");
        assumeTrue("root".equals(System.getProperty("user.name")), "starting pcscd needs root");
        Process lock = new ProcessBuilder("flock", LOCK, "sh", "-c", "echo locked; cat").start();
        new BufferedReader(new InputStreamReader(lock.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        Path configuration = Files.createTempDirectory("pcscd");
        Files.writeString(configuration.resolve("reader.conf"), """
            FRIENDLYNAME "Virtual PCD"
            DEVICENAME /dev/null:0x%04X
            LIBPATH %s
            CHANNELID 0x%04X
            """.formatted(PORT, DRIVER, PORT));
        Pcscd pcscd = new Pcscd(lock, configuration);
        try {
            pcscd.startDaemon();
        } catch (IOException e) {
            // The next class of tests would wait for the lock without an end.
            pcscd.stop();
            throw e;
        }
        return pcscd;
    }

    /** Restarts it if a test has killed it. */
    void ensureDaemon() throws IOException, InterruptedException {
        if (!daemon.isAlive()) {
            startDaemon();
        }
    }

    void startDaemon() throws IOException, InterruptedException {
        daemon = new ProcessBuilder(
                        DAEMON.toString(), "--foreground", "--disable-polkit", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(configuration.resolve("log").toFile())
                .start();
        Deadline end = Deadline.inSeconds(10);
        while (!listens()) {
            if (end.hasPassed() || !daemon.isAlive()) {
                throw new IOException("pcscd: " + Files.readString(configuration.resolve("log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Connecting is the only probe available; the connection is too short to count as an inserted card. */
    private static boolean listens() {
        return Files.exists(Path.of("/run/pcscd/pcscd.comm")) && portIsOpen();
    }

    private static boolean portIsOpen() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    void killDaemon() throws InterruptedException {
        daemon.destroyForcibly().waitFor();
    }

    void stop() throws IOException, InterruptedException {
        daemon.destroy();
        if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
            killDaemon();
        }
        lock.getOutputStream().close();
        lock.waitFor();
    }
}
