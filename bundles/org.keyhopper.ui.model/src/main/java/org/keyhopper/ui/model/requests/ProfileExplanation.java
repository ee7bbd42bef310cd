package org.keyhopper.ui.model.requests;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.request.Profile;
import org.keyhopper.ui.model.Messages;

/** Says in plain words what a profile means for the people and for the operator. */
public final class ProfileExplanation {

    private ProfileExplanation() {}

    /** Returns one sentence for each setting that has an effect. */
    public static String of(ProfileForm form, Messages messages) {
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.text("profile.means." + form.pin().name(), form.digits()));
        if (form.minimum() > 0) {
            sentences.add(messages.text("profile.means.minimum", form.minimum()));
        }
        for (Profile.Option option : Profile.Option.values()) {
            if (form.options().contains(option)) {
                sentences.add(messages.text("profile.means." + option.name()));
            }
        }
        if (!form.allowedAaguids().isEmpty()) {
            sentences.add(
                    messages.text("profile.means.models", form.allowedAaguids().size()));
        }
        if (form.unsupported() == Profile.Unsupported.REFUSE) {
            sentences.add(messages.text("profile.means.REFUSE"));
        }
        return String.join(" ", sentences);
    }
}
