package org.keyhopper.directory.support;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;

/**
 * A directory made of its parts.
 *
 * @param connection closed with the directory
 * @param connectionTest examines the directory
 * @param signInAddress where the provider's sign-in is shown, if there is an address for it
 * @param beginIsStateless whether {@link Passkeys#begin} leaves nothing at the directory
 */
public record HttpDirectory(
        Connection connection,
        People people,
        Passkeys passkeys,
        Supplier<List<Finding>> connectionTest,
        Optional<URI> signInAddress,
        boolean beginIsStateless)
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
