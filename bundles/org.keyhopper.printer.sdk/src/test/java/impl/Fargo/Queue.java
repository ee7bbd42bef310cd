package impl.Fargo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The connection to the test's emulated printer, whose port is the last word of the queue's name. */
record Queue(String name) {

    private static final int BROKEN = 134;
    private static final String HANG = "HANG ";

    /**
     * Sends a line and returns the reply. CRASH ends this process, THROW throws, HANG N REPLY blocks for N
     * milliseconds.
     */
    String ask(String line) {
        int port = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return act(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String act(String reply) {
        if (reply == null || reply.equals("THROW")) {
            throw new IllegalStateException("the printer does not support this");
        }
        if (reply.equals("CRASH")) {
            Runtime.getRuntime().halt(BROKEN);
        }
        if (!reply.startsWith(HANG)) {
            return reply;
        }
        String[] words = reply.split(" ", 3);
        try {
            Thread.sleep(Long.parseLong(words[1]));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return act(words[2]);
    }
}
