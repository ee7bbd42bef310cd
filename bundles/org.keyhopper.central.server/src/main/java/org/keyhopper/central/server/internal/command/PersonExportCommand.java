package org.keyhopper.central.server.internal.command;

import com.google.gson.Gson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the records of a person as JSON. */
@Command(name = "export", description = "Prints all records of a person as JSON.")
final class PersonExportCommand implements Callable<Integer> {

    @Mixin
    private PersonOption person;

    @Override
    public Integer call() throws BadInputException {
        Map<String, List<Map<String, String>>> records = person.work(
                (people, directory, account) -> people.export(ConfigurationOption.caller(), directory, account));
        person.print(new Gson().toJson(records));
        return CentralCommand.DONE;
    }
}
