package org.keyhopper.rehearsal.central;

import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.rehearsal.directory.InMemoryDirectory;

/**
 * The same directory by any name.
 *
 * @param stored the accounts of the database that is open
 */
record OneDirectory(InMemoryDirectory directory, Supplier<DirectoryAccounts> stored) implements Directories {

    @Override
    public DirectoryAccounts accounts() {
        return stored.get();
    }

    @Override
    public List<DirectoryConnector> connectors() {
        return List.of();
    }

    @Override
    public Answer<Directory> open(String name, DirectoryPrompts prompts) {
        directory.prompts = prompts;
        return directory.unreachable.<Answer<Directory>>map(Answer::failed).orElseGet(() -> Answer.done(directory));
    }

    @Override
    public List<Finding> check(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
        return List.of();
    }
}
