package org.keyhopper.central.server.internal.check;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.central.directory.UnattendedPrompts;
import org.keyhopper.central.server.internal.OutgoingNetwork;
import org.keyhopper.central.server.internal.check.Check.Finding;
import org.keyhopper.central.server.internal.check.Check.Level;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.texts.ProblemTexts;

/** Signs in to each configured directory, over the network of the configuration. */
record DirectoriesCheck(Configuration configuration, Supplier<List<DirectoryConnector>> connectors) {

    List<Finding> findings() {
        try {
            OutgoingNetwork.apply(configuration.operation());
        } catch (GeneralSecurityException e) {
            return List.of(new Finding(Level.ERROR, "network.authorities", e.getMessage()));
        }
        List<Finding> findings = new ArrayList<>();
        try (CentralDatabase database = CentralDatabase.open(configuration.location())) {
            Directories directories = StationFactory.directories(database.directories(), connectors);
            for (DirectoryAccount account : database.directories().list()) {
                findings.add(signedIn(directories, account.name()));
            }
        }
        return findings;
    }

    private static Finding signedIn(Directories directories, String name) {
        String subject = "directory " + name;
        return switch (directories.open(name, new UnattendedPrompts(Set.of()))) {
            case Answer.Done<Directory>(Directory directory) -> {
                directory.close();
                yield new Finding(Level.OK, subject, "Signed in.");
            }
            case Answer.Failed<Directory>(Problem problem) -> new Finding(Level.ERROR, subject, sentence(problem));
            case Answer.Unclear<Directory>(Problem problem) -> new Finding(Level.ERROR, subject, sentence(problem));
        };
    }

    private static String sentence(Problem problem) {
        return ProblemTexts.in(Locale.getDefault()).sentence(problem);
    }
}
