package org.keyhopper.host.internal.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.Samples;

class RunLinesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Output output = new Output(new PrintStream(out, true), System.err);

    private String settled(RecipientState recipient) {
        new RunLines(output).happened(new RunEvent.Settled(recipient));
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void outcomeNamesTheFormerHolderWhosePasskeyIsStillRegistered() {
        InventoryEntry former = DeviceSamples.given(7, "Bert", "1234");
        RecipientState provisioned =
                Samples.noting(Samples.request("R1", 3, 3).recipients().getFirst(), RunProblem.stillRegistered(former));
        String text = settled(provisioned);
        assertTrue(text.contains("The old passkey of Bert is still registered"), text);

        out.reset();
        output.useJson();
        JsonObject outcome = JsonParser.parseString(settled(provisioned)).getAsJsonObject();
        JsonObject named = outcome.getAsJsonArray("formerPasskeys").get(0).getAsJsonObject();
        assertEquals("Bert", named.get("holder").getAsString());
        assertEquals(former.credential().base64Url(), named.get("credentialId").getAsString());
    }
}
