package org.keyhopper.rehearsal.ceremony;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;

/** Connects to the same directory with any settings. */
record OneDirectoryConnector(Directory directory) implements DirectoryConnector {

    @Override
    public String type() {
        return "small";
    }

    @Override
    public String displayName() {
        return "Small";
    }

    @Override
    public SettingsDescription settings() {
        return new SettingsDescription(List.of());
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return List.of();
    }

    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        return Answer.done(directory);
    }
}
