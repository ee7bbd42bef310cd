package org.keyhopper.host.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands below another one, by name. Only the one that is called is made: reading the annotations of all of them takes a fifth of the time that a
 * command needs to start.
 */
final class CommandGroup {

    private final CommandLine group;
    private final Map<String, Function<List<String>, Object>> commands = new LinkedHashMap<>();

    CommandGroup(Object group) {
        this.group = new CommandLine(group);
    }

    /** Adds a command; its name is that of its annotation. */
    CommandGroup add(String name, Supplier<Object> command) {
        return addGroup(name, arguments -> command.get());
    }

    /** Adds a group, which is made for the arguments after its name. */
    CommandGroup addGroup(String name, Function<List<String>, Object> made) {
        commands.put(name, made);
        return this;
    }

    /** Returns the group with the command that these arguments begin with, or with all of them if they do not, as for help. */
    CommandLine called(List<String> arguments) {
        List<String> rest = arguments.stream().dropWhile("--json"::equals).toList();
        if (!rest.isEmpty() && commands.containsKey(rest.getFirst())) {
            return group.addSubcommand(commands.get(rest.getFirst()).apply(rest.subList(1, rest.size())));
        }
        commands.values().forEach(made -> group.addSubcommand(made.apply(List.of())));
        return group;
    }
}
