package org.keyhopper.central.station;

import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/**
 * A one-time code that was issued.
 *
 * @param name of the station to be
 * @param code to be closed by the caller; empty for a repeated call, since a code is shown once
 */
public record IssuedCode(String name, Optional<Secret> code) {}
