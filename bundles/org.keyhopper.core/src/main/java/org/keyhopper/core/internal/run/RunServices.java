package org.keyhopper.core.internal.run;

import java.time.Clock;
import java.util.function.Function;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.journal.Journal;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.Requests;

/**
 * What the station gives to a run.
 *
 * @param ceremonies makes the tools of a ceremony under a claim
 * @param pauses between two attempts to reach a directory that is down
 */
public record RunServices(
        Requests requests,
        Journal journal,
        Devices devices,
        Function<Claim, CeremonyTools> ceremonies,
        RecipientReconciler reconciler,
        Clock clock,
        OutagePauses pauses) {}
