package org.keyhopper.ui.model;

import java.net.URI;
import java.util.function.Consumer;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.ui.model.automatic.SetupPresenter;
import org.keyhopper.ui.model.requests.PeopleReader;
import org.keyhopper.ui.model.requests.SavedProfiles;
import org.keyhopper.ui.model.results.ReportWriter;

/**
 * The services that the window provides to its model.
 *
 * @param operator asks the operator for a PIN
 * @param browser opens an address
 * @param printerSetup completes the setup of printers, when it is first needed
 */
public record WindowServices(
        Navigation navigation,
        OperatorPrompts operator,
        Consumer<URI> browser,
        Files files,
        Consumer<SetupPresenter> printerSetup) {

    /** Reads and writes files. */
    public record Files(PeopleReader reader, ReportWriter writer, SavedProfiles profiles) {}
}
