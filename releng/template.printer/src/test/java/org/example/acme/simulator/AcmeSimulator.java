package org.example.acme.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.example.acme.protocol.AcmeProtocol;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.testkit.printer.PrinterEvent;

/** An Acme printer: moves cards, and lets happen what it is told. */
public final class AcmeSimulator implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final Map<CardLocation, Integer> cards = new EnumMap<>(CardLocation.class);
    private final Set<PrinterEvent> troubles = EnumSet.noneOf(PrinterEvent.class);
    private final Duration movement;
    private CardLocation inside = CardLocation.HOPPER;
    private int movements;

    public AcmeSimulator(Duration movement) throws IOException {
        this.movement = movement;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public synchronized int movements() {
        return movements;
    }

    public synchronized int cardsAt(CardLocation place) {
        return cards.getOrDefault(place, 0) + (inside == place && place != CardLocation.HOPPER ? 1 : 0);
    }

    public synchronized void trigger(PrinterEvent event) {
        switch (event) {
            case CARD_LOADED -> cards.merge(CardLocation.HOPPER, 1, Integer::sum);
            case CARD_LEFT_INSIDE -> inside = CardLocation.INSIDE;
            case CARD_TAKEN_OUT -> {
                inside = CardLocation.HOPPER;
                troubles.removeAll(Set.of(PrinterEvent.FEED_WILL_JAM, PrinterEvent.EJECT_WILL_JAM));
            }
            case COVER_CLOSED -> troubles.remove(PrinterEvent.COVER_OPENED);
            case SWITCHED_ON -> troubles.remove(PrinterEvent.SWITCHED_OFF);
            case FREED -> troubles.remove(PrinterEvent.RESERVED);
            case REJECT_TRAY_EMPTIED -> troubles.remove(PrinterEvent.REJECT_TRAY_FULL);
            default -> troubles.add(event);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException e) {
                troubles.add(PrinterEvent.SWITCHED_OFF);
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null && !isOff(); line = lines.readLine()) {
                String reply = reply(line);
                if (reply.isEmpty()) {
                    return;
                }
                client.getOutputStream().write((reply + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isOff() {
        return troubles.contains(PrinterEvent.SWITCHED_OFF);
    }

    private String reply(String line) throws InterruptedException {
        switch (line) {
            case AcmeProtocol.MODEL:
                return "Acme 1";
            case AcmeProtocol.STATE:
                return troubles.contains(PrinterEvent.RESERVED) ? "ERROR 5" : "READY";
            case AcmeProtocol.PLACE:
                return inside == CardLocation.HOPPER ? "NONE" : inside.name();
            default:
                synchronized (this) {
                    movements++;
                }
                Thread.sleep(movement);
                return move(line);
        }
    }

    private synchronized String move(String line) {
        if (troubles.contains(PrinterEvent.RESERVED)) {
            return "ERROR 5";
        }
        if (troubles.contains(PrinterEvent.COVER_OPENED)) {
            return "ERROR 3";
        }
        return switch (line) {
            case AcmeProtocol.EJECT -> leave(CardLocation.OUTPUT_TRAY);
            case AcmeProtocol.REJECT ->
                troubles.contains(PrinterEvent.REJECT_TRAY_FULL) ? "ERROR 4" : leave(CardLocation.REJECT_TRAY);
            default -> feed(CardLocation.valueOf(line.substring("FEED ".length())));
        };
    }

    private String feed(CardLocation encoder) {
        if (inside == CardLocation.HOPPER) {
            if (cardsAt(CardLocation.HOPPER) == 0) {
                return "ERROR 1";
            }
            cards.merge(CardLocation.HOPPER, -1, Integer::sum);
        }
        inside = CardLocation.INSIDE;
        if (troubles.contains(PrinterEvent.FEED_WILL_JAM)) {
            return "ERROR 2";
        }
        inside = encoder;
        return troubles.remove(PrinterEvent.FEED_REPLY_WILL_BE_LOST) ? "" : "DONE";
    }

    private String leave(CardLocation tray) {
        if (troubles.contains(PrinterEvent.EJECT_WILL_JAM)) {
            inside = CardLocation.INSIDE;
            return "ERROR 2";
        }
        cards.merge(tray, 1, Integer::sum);
        inside = CardLocation.HOPPER;
        return troubles.remove(PrinterEvent.EJECT_REPLY_WILL_BE_LOST) ? "" : "DONE";
    }
}
