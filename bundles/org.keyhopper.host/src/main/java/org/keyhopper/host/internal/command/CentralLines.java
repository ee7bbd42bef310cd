package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import org.keyhopper.core.central.Membership;
import org.keyhopper.host.internal.output.Output;

/** A membership as text and JSON, without its key. */
final class CentralLines {

    private CentralLines() {}

    static void print(Membership member, Output output) {
        JsonObject object = new JsonObject();
        object.addProperty("joined", true);
        object.addProperty("central", member.central());
        object.addProperty("url", member.address().toString());
        object.addProperty("station", member.name());
        member.fingerprint().ifPresent(pin -> object.addProperty("fingerprint", pin));
        output.printObject(object);
        output.print("Central: " + member.central() + ", " + member.address());
        output.print("This station: " + member.name());
        output.print(member.fingerprint()
                .map(pin -> "Only the server key with this fingerprint is accepted: " + pin)
                .orElse("The server is verified by the authorities of this computer."));
        member.close();
    }
}
