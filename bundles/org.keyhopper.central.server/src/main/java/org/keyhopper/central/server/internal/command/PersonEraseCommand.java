package org.keyhopper.central.server.internal.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes a person from all records. */
@Command(
        name = "erase",
        description = "Removes a person from all records. Outcomes and the audit trail stay without a name.")
final class PersonEraseCommand implements Callable<Integer> {

    @Mixin
    private PersonOption person;

    @Override
    public Integer call() throws BadInputException {
        int changed = person.work(
                (people, directory, account) -> people.erase(ConfigurationOption.caller(), directory, account));
        person.print(changed + " records were changed. Backups still have the person.");
        return CentralCommand.DONE;
    }
}
