package org.keyhopper.core.internal.run;

import java.time.Clock;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.OutagePauses;
import org.keyhopper.core.internal.ceremony.CeremonyTools;
import org.keyhopper.core.request.Requests;

/** What every run at a station works with. */
public record RunParts(
        Requests requests,
        Directories directories,
        Devices devices,
        CeremonyTools ceremonies,
        Clock clock,
        OutagePauses pauses) {}
