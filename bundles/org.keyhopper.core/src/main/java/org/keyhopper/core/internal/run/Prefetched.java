package org.keyhopper.core.internal.run;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;

/**
 * Answers of the directory for one recipient, from before the device was there.
 *
 * @param user the recipient
 * @param model the model for which the policy was asked
 * @param eligibility the policy's answer for that model
 * @param options of an enrolment that was begun
 * @param at when the user was looked up
 */
public record Prefetched(
        Answer<DirectoryUser> user,
        Optional<AuthenticatorInfo> model,
        Optional<Answer<Eligibility>> eligibility,
        Optional<EnrolmentOptions> options,
        Instant at) {}
