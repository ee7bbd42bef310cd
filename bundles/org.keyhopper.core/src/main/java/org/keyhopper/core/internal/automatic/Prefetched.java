package org.keyhopper.core.internal.automatic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;

/**
 * What was found out at the directory before the card was there.
 *
 * @param user the person
 * @param model the model for which the policy was asked
 * @param obstacles the policy's answer for it
 * @param options fetched already
 * @param at when
 */
record Prefetched(
        Answer<DirectoryUser> user,
        Optional<AuthenticatorInfo> model,
        Optional<Answer<List<Problem>>> obstacles,
        Optional<EnrolmentOptions> options,
        Instant at) {}
