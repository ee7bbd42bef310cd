package org.keyhopper.host.internal.run;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.ProblemLines;

/**
 * Prints the prompts of a directory as text.
 *
 * @param consent asks a yes or no question and waits
 * @param cancelled whether the operator has cancelled
 */
public record HeadlessDirectoryPrompts(Output output, Predicate<String> consent, BooleanSupplier cancelled)
        implements DirectoryPrompts {

    /** Asks at the terminal; declines when the output is JSON. */
    public HeadlessDirectoryPrompts(Output output) {
        this(output, () -> Thread.currentThread().isInterrupted());
    }

    /** Asks at the terminal, and can be cancelled. */
    HeadlessDirectoryPrompts(Output output, BooleanSupplier cancelled) {
        this(output, question -> !output.isJson() && Terminal.confirm(question), cancelled);
    }

    /** Uses another way to ask. */
    HeadlessDirectoryPrompts(Output output, Predicate<String> consent) {
        this(output, consent, () -> Thread.currentThread().isInterrupted());
    }

    @Override
    public void openBrowser(URI address) {
        output.print("Sign in with a browser at " + address);
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        output.print("To sign in, open " + address + " and enter the code " + code);
    }

    @Override
    public void waiting(Problem reason, Duration time) {
        JsonObject json = new JsonObject();
        json.addProperty("event", "patience");
        json.addProperty("reason", reason.code().id());
        json.addProperty("ms", time.toMillis());
        output.printObject(json);
        output.print("   Waiting " + Math.max(1, time.toSeconds()) + " s: " + ProblemLines.of(reason));
    }

    @Override
    public boolean confirmChange(Problem obstacle) {
        return consent.test(ProblemLines.reason(obstacle)
                + " Keyhopper can change this in the directory for everyone in this run with the same setting. "
                + "Change it?");
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }
}
