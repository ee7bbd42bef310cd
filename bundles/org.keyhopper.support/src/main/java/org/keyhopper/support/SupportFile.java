package org.keyhopper.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.keyhopper.core.station.Station;
import org.keyhopper.store.StationStore;
import org.keyhopper.support.internal.DevicesPage;
import org.keyhopper.support.internal.InstalledParts;
import org.keyhopper.support.internal.JournalPage;
import org.keyhopper.support.internal.LogPages;
import org.keyhopper.support.internal.MachinePage;
import org.keyhopper.support.internal.PseudonymSalt;
import org.keyhopper.support.internal.PseudonymTable;
import org.keyhopper.support.internal.Redaction;
import org.keyhopper.support.internal.SettingsPage;
import org.keyhopper.support.internal.ZipEntries;
import org.osgi.framework.BundleContext;

/**
 * Collects versions, devices, settings, the journal and the logs of a station in one ZIP file. Secrets are omitted;
 * people are replaced by short codes that are the same in every file of this station and meaningless elsewhere. Makes
 * no network requests and changes no device.
 *
 * @param station the station
 * @param home the folder with logs and salt
 * @param parts the installed bundles, one line each
 */
public record SupportFile(Station station, Path home, List<String> parts) {

    public SupportFile {
        parts = List.copyOf(parts);
    }

    /** Returns the file of a station in this process, with the logs of its home folder. */
    public static SupportFile of(Station station, BundleContext context) {
        return new SupportFile(station, StationStore.home(), InstalledParts.of(context));
    }

    /**
     * Writes the file, replacing an older one. Blocking, some seconds; any thread.
     *
     * @throws IOException if it cannot be written; content that cannot be read is reported inside the file instead
     */
    public void write(Path file) throws IOException {
        PseudonymTable people = new PseudonymTable(PseudonymSalt.under(home));
        Redaction redaction = new Redaction(people, SettingsPage.secretsOf(station));
        JournalPage journal = new JournalPage(station, people, redaction);
        journal.learn();
        try (ZipEntries entries = ZipEntries.of(file, redaction)) {
            entries.text("README.txt", ZipEntries.EXPLANATION);
            entries.json("machine.json", new MachinePage(parts)::tree);
            entries.json("devices.json", new DevicesPage(station, redaction)::tree);
            entries.json("settings.json", new SettingsPage(station, redaction)::tree);
            entries.json("journal.json", journal::tree);
            new LogPages(home).addTo(entries);
        }
    }
}
