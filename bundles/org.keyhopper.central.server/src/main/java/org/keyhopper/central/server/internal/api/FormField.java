package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;

/** A field of a form, read before the resource method reads the form. */
final class FormField {

    private FormField() {}

    /**
     * Returns the value; null if there is none. A form that is too long is refused.
     *
     * @param longest in bytes
     */
    static String of(ContainerRequestContext request, String name, int longest) {
        byte[] form;
        try {
            form = request.getEntityStream().readNBytes(longest + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (form.length > longest) {
            throw new ProblemException(Problem.of(CentralProblem.TOO_LONG, Integer.toString(longest)));
        }
        request.setEntityStream(new ByteArrayInputStream(form));
        String text = new String(form, StandardCharsets.US_ASCII);
        for (String field : text.split("&")) {
            if (field.startsWith(name + "=")) {
                return decoded(field.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadCallException("the form cannot be read");
        }
    }
}
