package org.keyhopper.directory.support.http;

import java.time.Duration;
import org.keyhopper.api.diagnostic.Problem;

/** A wait before a request is sent again, and why. */
public record Pause(Problem reason, Duration time) {}
