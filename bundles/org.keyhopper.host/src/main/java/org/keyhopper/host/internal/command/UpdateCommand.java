package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.Part;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.api.update.SiteContent;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Updates the product, or installs drivers, from an update site. */
@Command(
        name = "update",
        description = "Updates Keyhopper from a site in one step, after verifying its signature. Your data is kept.")
final class UpdateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--site",
            paramLabel = "URL",
            description = "The update site; if omitted, the one of the policy, or that of the joined Central.")
    private String site;

    @Option(names = "--check", description = "Only lists available updates and parts.")
    private boolean check;

    @Option(
            names = "--install",
            paramLabel = "PART",
            description = "Also adds a part, such as printer.matica. Can be repeated. --check lists the parts.")
    private Set<String> install = new LinkedHashSet<>();

    @Option(
            names = "--accept-unsigned",
            description = "Accepts content without a trusted signature, if the policy allows it.")
    private boolean untrusted;

    UpdateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException, UpdateException {
        ProductUpdates updates = context.services().updates();
        URI address = address(updates);
        if (check) {
            print(updates, updates.check(address));
        } else {
            changed(updates.apply(address, install, untrusted, this::fetching));
        }
        return ExitCode.DONE;
    }

    private URI address(ProductUpdates updates) throws InputRefusedException, UpdateException {
        if (site == null) {
            return updates.defaultSite().orElseThrow(() -> new UpdateException(Problem.of(UpdateProblem.NO_SITE)));
        }
        try {
            return URI.create(site);
        } catch (IllegalArgumentException e) {
            throw new InputRefusedException(ProblemLines.of(Problem.of(UpdateProblem.BAD_ADDRESS, site)));
        }
    }

    private void print(ProductUpdates updates, SiteContent content) throws UpdateException {
        content.trustProblem().ifPresent(problem -> context.output().printError(ProblemLines.of(problem)));
        for (Part part : updates.installed()) {
            line("installed", part);
        }
        for (Part part : content.newer()) {
            line("newer", part);
            context.output().print("Newer: " + described(part));
        }
        for (Part part : content.offered()) {
            line("offered", part);
            context.output().print("Not installed: " + described(part));
        }
        if (content.newer().isEmpty()) {
            context.output().print("Everything is up to date.");
        }
    }

    private static String described(Part part) {
        String about = part.about().isEmpty() ? "" : ": " + part.about();
        return part.id() + ", " + part.name() + " " + part.version() + about;
    }

    private void fetching(String file) {
        JsonObject json = new JsonObject();
        json.addProperty("event", "fetching");
        json.addProperty("file", file);
        context.output().printObject(json);
    }

    private void changed(List<Part> parts) {
        for (Part part : parts) {
            line("changed", part);
            context.output().print("Installed: " + described(part));
        }
        context.output()
                .print(
                        parts.isEmpty()
                                ? "Everything is up to date; nothing was changed."
                                : "Restart Keyhopper to use the update.");
    }

    private void line(String kind, Part part) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", kind);
        json.addProperty("id", part.id());
        json.addProperty("name", part.name());
        json.addProperty("version", part.version());
        json.addProperty("about", part.about());
        context.output().printObject(json);
    }
}
