package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.help.Help;
import org.keyhopper.help.HelpTopic;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a page of the documents, or lists the pages. */
@Command(
        name = "help",
        description = "Prints a help page, or lists the pages. \"keyhopper COMMAND --help\" lists the options of a "
                + "command.")
final class HelpCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "A page, or a problem code such as device.busy.")
    private Optional<String> topic = Optional.empty();

    @Option(names = "--file", description = "Writes the help pages as HTML and prints the file of the page.")
    private boolean file;

    HelpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        Help help = Help.in(Locale.getDefault());
        if (topic.isEmpty() && !file) {
            list(help.topics());
            return ExitCode.DONE;
        }
        String wanted = topic.orElse(Help.START);
        HelpTopic page = help.find(wanted)
                .orElseThrow(() -> new InputRefusedException(
                        "There is no page " + wanted + ". Use \"keyhopper help\" to list the pages."));
        if (file) {
            print(page, "file", write(help, page));
        } else {
            print(page, "text", help.text(page));
        }
        return ExitCode.DONE;
    }

    private String write(Help help, HelpTopic page) throws InputRefusedException {
        try {
            return help.open(page).toString();
        } catch (IOException e) {
            throw new InputRefusedException("The help pages cannot be written: " + e.getMessage());
        }
    }

    private void list(List<HelpTopic> topics) {
        topics.forEach(page -> context.output().printObject(json(page)));
        topics.stream().filter(page -> !page.id().contains("/")).forEach(page -> context.output()
                .print("%-24s %s".formatted(page.id(), page.title())));
        context.output()
                .print("Use \"keyhopper help decisions\" to list decisions, and \"keyhopper help problems\" to list "
                        + "problem codes.");
    }

    private void print(HelpTopic page, String key, String value) {
        JsonObject json = json(page);
        json.addProperty(key, value);
        context.output().printObject(json);
        context.output().print(value);
    }

    private static JsonObject json(HelpTopic page) {
        JsonObject json = new JsonObject();
        json.addProperty("topic", page.id());
        json.addProperty("title", page.title());
        return json;
    }
}
