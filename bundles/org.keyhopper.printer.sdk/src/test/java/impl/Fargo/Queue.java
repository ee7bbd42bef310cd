package impl.Fargo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The way to the test that plays the printer: its port is the last word of the queue's name. */
record Queue(String name) {

    private static final int BROKEN = 134;

    String ask(String line) {
        int port = Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            String reply = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if ("CRASH".equals(reply)) {
                Runtime.getRuntime().halt(BROKEN);
            }
            return reply;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
