package org.keyhopper.core.directory;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secrets;
import org.osgi.annotation.versioning.ProviderType;

/** Configured directories and the connectors that open them. Any thread. */
@ProviderType
public interface Directories {

    DirectoryAccounts accounts();

    /** Returns the connectors installed now. Fast. */
    List<DirectoryConnector> connectors();

    /** Opens a configured directory; blocking. NO_SUCH_DIRECTORY, NO_SUCH_CONNECTOR, or the connector's own problem. */
    Answer<Directory> open(String name, DirectoryPrompts prompts);

    /** Checks settings before they are stored; blocking. Never fails: problems are among the findings. */
    List<Finding> check(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts);
}
