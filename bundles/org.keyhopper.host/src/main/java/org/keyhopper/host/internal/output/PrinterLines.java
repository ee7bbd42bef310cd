package org.keyhopper.host.internal.output;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.run.RunEvent;

/** Prints the events of printers. */
final class PrinterLines {

    private final Output output;

    PrinterLines(Output output) {
        this.output = output;
    }

    void moved(RunEvent.CardMoved moved) {
        JsonObject json = event("card", moved.printer());
        json.addProperty("to", moved.to().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        moved.recipient()
                .ifPresent(recipient ->
                        json.addProperty("user", recipient.recipient().user()));
        output.printObject(json);
    }

    void stopped(RunEvent.PrinterStopped stopped) {
        JsonObject json = event("printer", stopped.printer());
        json.addProperty("state", stopped.forGood() ? "out" : "needs-operator");
        explain(json, stopped.problem());
        output.printObject(json);
        String part = stopped.forGood() ? " is out of service: " : ": ";
        output.print("   Printer " + (stopped.printer() + 1) + part + ProblemLines.of(stopped.problem()));
    }

    void continued(RunEvent.PrinterGoesOn goesOn) {
        JsonObject json = event("printer", goesOn.printer());
        json.addProperty("state", "goes-on");
        output.printObject(json);
        output.print("   Printer " + (goesOn.printer() + 1) + " goes on.");
    }

    void nextCard(RunEvent.NextCard next) {
        JsonObject json = new JsonObject();
        json.addProperty("event", "next-card");
        json.addProperty("user", next.recipient().recipient().user());
        explain(json, next.problem());
        output.printObject(json);
        output.print("   This card is rejected, the next one is used: " + ProblemLines.of(next.problem()));
    }

    private static void explain(JsonObject json, Problem problem) {
        json.addProperty("reason", problem.code().id());
        json.addProperty("message", ProblemLines.of(problem));
    }

    private static JsonObject event(String name, int printer) {
        JsonObject json = new JsonObject();
        json.addProperty("event", name);
        json.addProperty("printer", printer);
        return json;
    }
}
