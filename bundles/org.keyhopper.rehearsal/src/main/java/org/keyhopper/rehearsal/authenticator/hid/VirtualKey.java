package org.keyhopper.rehearsal.authenticator.hid;

import com.google.gson.JsonObject;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.InsertedDevice;

/**
 * A simulated key in a USB port that is provided by another process: connecting plugs it in, closing unplugs it. The
 * key first sends one line of JSON that describes it; then reports of 64 bytes are exchanged, without report ids.
 */
public final class VirtualKey implements InsertedDevice {

    private static final int VENDOR = 0x1209;
    private static final int PRODUCT = 0x4B48;
    private static final int CONNECT_MILLIS = 5000;
    private static final long JOIN_MILLIS = 5000;

    private final Card card;
    private final Socket socket = new Socket();
    private final CtapHidEndpoint front;
    private final OtherProgram neighbour;
    private final ScheduledExecutorService neighbours = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("other program").unstarted(work));
    private final OutputStream out;
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Thread thread;

    private VirtualKey(Card card, PortEnvironment surroundings, InetSocketAddress port) throws IOException {
        this.card = card;
        try {
            socket.connect(port, CONNECT_MILLIS);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            out = socket.getOutputStream();
            out.write((label() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
        front = new CtapHidEndpoint(card, surroundings.touch(), this::answer, this::pull);
        neighbour = new OtherProgram(surroundings, front::receive);
        thread = Thread.ofPlatform()
                .daemon()
                .name("virtual key " + card.serial())
                .unstarted(this::serve);
    }

    /**
     * Plugs a key in, which powers it up. Does not block; it is served by daemon threads.
     *
     * @param surroundings touches, and other programs using the key
     * @param port the address of the simulated USB port
     * @throws IOException if the port does not accept connections
     */
    public static VirtualKey plug(Card card, PortEnvironment surroundings, InetSocketAddress port) throws IOException {
        VirtualKey plugged = new VirtualKey(card, surroundings, port);
        plugged.thread.start();
        plugged.neighbour.startOn(plugged.neighbours);
        return plugged;
    }

    @Override
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending.get());
    }

    @Override
    public void close() throws IOException {
        end(Ending.Kind.REMOVED, "unplugged");
        socket.close();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonObject label() {
        JsonObject label = new JsonObject();
        label.addProperty("vendor", VENDOR);
        label.addProperty("product", PRODUCT);
        label.addProperty("maker", "Keyhopper");
        label.addProperty("model", "Rehearsal Key");
        label.addProperty("serial", card.serial());
        return label;
    }

    private void serve() {
        try (socket;
                front;
                neighbours) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                byte[] report = new byte[CtapHidMessage.REPORT];
                in.readFully(report);
                front.receive(report);
            }
        } catch (EOFException hungUp) {
            end(Ending.Kind.READER_GONE, "the port hung up");
        } catch (IOException lost) {
            end(Ending.Kind.READER_GONE, lost.toString());
        } catch (RuntimeException broken) {
            end(Ending.Kind.BROKEN, broken.toString());
        }
    }

    private void answer(CtapHidMessage message) {
        neighbour.receive(message);
        send(message);
    }

    /** The reports of one message must not be interleaved. */
    private synchronized void send(CtapHidMessage message) {
        try {
            for (byte[] report : message.reports()) {
                out.write(report);
            }
        } catch (IOException lost) {
            end(Ending.Kind.READER_GONE, lost.toString());
        }
    }

    private void pull(String moment) {
        end(Ending.Kind.PULLED, moment);
        try {
            socket.close();
        } catch (IOException already) {
            end(Ending.Kind.BROKEN, already.toString());
        }
    }

    private void end(Ending.Kind kind, String message) {
        ending.compareAndSet(null, new Ending(kind, message));
    }
}
