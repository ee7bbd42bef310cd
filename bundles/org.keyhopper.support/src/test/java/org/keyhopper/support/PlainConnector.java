package org.keyhopper.support;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;

/** A connector with one plain setting and one secret; connects to nothing. */
final class PlainConnector implements DirectoryConnector {

    @Override
    public String type() {
        return "plain";
    }

    @Override
    public String displayName() {
        return "Plain";
    }

    @Override
    public SettingsDescription settings() {
        return new SettingsDescription(List.of(
                SettingField.required("tenant", Kind.TEXT), SettingField.required("clientSecret", Kind.SECRET)));
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return List.of();
    }

    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        return Answer.failed(Problem.of(DirectoryProblem.NO_ANSWER));
    }
}
