package org.keyhopper.ui.model.results;

import java.io.IOException;
import java.nio.file.Path;
import org.keyhopper.core.request.ProvisioningRequest;

/** Writes the report of a request. Blocking. Reports never contain PINs. */
@FunctionalInterface
public interface ReportWriter {
    void write(ProvisioningRequest request, ResultDocument document, Path file) throws IOException;
}
