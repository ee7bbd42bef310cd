package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.keyhopper.api.settings.Secret;

/** A page with a secret in it, which is no String at any time, and is wiped when it was sent. */
final class SecretPage implements StreamingOutput {

    /** Stands in the page where the secret comes; a character for private use. */
    static final String PLACE = "\uE000";

    private final String page;
    private final Secret secret;

    SecretPage(String page, Secret secret) {
        this.page = page;
        this.secret = secret;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        int place = page.indexOf(PLACE);
        byte[] clear = secret.toUtf8();
        try (secret) {
            out.write(page.substring(0, place).getBytes(StandardCharsets.UTF_8));
            for (byte each : clear) {
                writeEscaped(out, each);
            }
            out.write(page.substring(place + PLACE.length()).getBytes(StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static void writeEscaped(OutputStream out, byte each) throws IOException {
        if (each == '<' || each == '>' || each == '&' || each == '"' || each == '\'') {
            out.write(("&#" + each + ";").getBytes(StandardCharsets.US_ASCII));
        } else {
            out.write(each);
        }
    }
}
