package org.keyhopper.documents.internal;

import com.lowagie.text.DocumentException;
import com.lowagie.text.ExceptionConverter;
import java.io.IOException;

/** What goes wrong while a PDF document is written. */
final class PdfFailure {

    private PdfFailure() {}

    /** Does the work, whose failures are {@link IOException}s: the library hides those of the stream in unchecked exceptions. */
    static void unwrapped(Work work) throws IOException {
        try {
            work.run();
        } catch (ExceptionConverter e) {
            if (e.getException() instanceof IOException stream) {
                throw stream;
            }
            throw e;
        } catch (DocumentException e) {
            throw new IOException("The PDF document cannot be created", e);
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
