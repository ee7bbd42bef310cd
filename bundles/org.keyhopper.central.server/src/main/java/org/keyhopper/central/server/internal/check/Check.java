package org.keyhopper.central.server.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.CentralInspection;

/** Examines what a configuration names. Blocks on files, the database and, if asked, on directories; changes nothing. */
public final class Check {

    /** How bad a finding is. */
    public enum Level {
        OK,
        WARNING,
        ERROR
    }

    /**
     * One finding.
     *
     * @param subject the key of the configuration, or what was examined
     * @param text what was found and, unless it is good, what to do; sentences
     */
    public record Finding(Level level, String subject, String text) {

        @Override
        public String toString() {
            return level.name().toLowerCase(java.util.Locale.ROOT) + ": " + subject + ": " + text;
        }
    }

    private final Configuration configuration;
    private final Supplier<List<DirectoryConnector>> connectors;
    private final List<Finding> findings = new ArrayList<>();

    public Check(Configuration configuration, Supplier<List<DirectoryConnector>> connectors) {
        this.configuration = configuration;
        this.connectors = connectors;
    }

    /** Examines everything but directories. */
    public List<Finding> everything() {
        configuration
                .tls()
                .ifPresent(files -> findings.addAll(
                        new CertificateCheck(files, configuration.publicUrl().getHost()).findings()));
        database();
        configuration
                .pickUp()
                .ifPresent(settings -> findings.addAll(new PickUpCheck(configuration, settings).findings()));
        return List.copyOf(findings);
    }

    /** Examines everything, and signs in to each configured directory. */
    public List<Finding> withDirectories() {
        everything();
        boolean works = findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
        if (works) {
            findings.addAll(new DirectoriesCheck(configuration, connectors).findings());
        }
        return List.copyOf(findings);
    }

    private void database() {
        try {
            CentralInspection found = CentralInspection.of(configuration.location());
            if (!found.usable()) {
                add(
                        Level.ERROR,
                        "database",
                        "It was changed by a newer version (data version " + found.dataVersion()
                                + ", this program knows " + found.newest() + "). Update this program.");
            } else if (!found.exists()) {
                add(Level.OK, "database", found.product() + "; \"serve\" creates the tables.");
            } else {
                add(Level.OK, "database", found.product() + ", data version " + found.dataVersion() + version(found));
            }
            if (found.keyChosen()) {
                boolean verified = found.dataVersion() == found.newest();
                add(Level.OK, "master.key", verified ? "It opens the secrets." : "It was not tried.");
            } else {
                add(Level.OK, "master.key", "No secret is stored yet; the first one creates the key.");
            }
        } catch (StoreException e) {
            add(Level.ERROR, "database, master.key", e.getMessage());
        }
    }

    private static String version(CentralInspection found) {
        if (found.dataVersion() < found.newest()) {
            return "; \"serve\" brings it to " + found.newest() + ". Make a backup before.";
        }
        return found.dataVersion() > found.newest() ? ", of a newer program, which this one can use." : ".";
    }

    private void add(Level level, String subject, String text) {
        findings.add(new Finding(level, subject, text));
    }
}
