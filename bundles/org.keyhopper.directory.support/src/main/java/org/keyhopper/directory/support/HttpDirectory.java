package org.keyhopper.directory.support;

import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;

/**
 * A directory made of its parts.
 *
 * @param connection closed with the directory
 * @param connectionTest examines the directory
 */
public record HttpDirectory(
        Connection connection,
        DirectoryCapabilities capabilities,
        People people,
        Passkeys passkeys,
        Supplier<List<Finding>> connectionTest)
        implements Directory {

    @Override
    public List<Finding> examine() {
        return connectionTest.get();
    }

    @Override
    public void close() {
        connection.close();
    }
}
