package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.core.metadata.MetadataEdition;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.ProblemLines;

/** Prints the status of the metadata, or throws if it is invalid. */
final class MetadataOutput {

    private final Output output;

    MetadataOutput(Output output) {
        this.output = output;
    }

    void print(Answer<MetadataEdition> answer) throws InputRefusedException {
        if (answer.failure().isPresent()) {
            throw new InputRefusedException(ProblemLines.of(answer.failure().get()));
        }
        MetadataEdition edition = answer.result().orElseThrow();
        boolean overdue = edition.isOverdue(LocalDate.now());
        JsonObject json = new JsonObject();
        json.addProperty("edition", edition.number());
        json.addProperty("models", edition.models());
        json.addProperty("nextUpdate", edition.nextUpdate().toString());
        json.addProperty("overdue", overdue);
        output.printObject(json);
        output.print("Edition " + edition.number() + ", " + edition.models() + " models, a newer one "
                + (overdue ? "has been due since " : "is due on ") + edition.nextUpdate() + ".");
    }
}
