package org.keyhopper.ui.model.network;

import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the network settings dialog.
 *
 * @param form the settings in effect
 * @param hasPassword whether a password for the proxy is stored
 * @param saved whether the settings were saved, so that the dialog closes
 */
public record NetworkState(NetworkForm form, boolean hasPassword, boolean saved, Optional<Notice> notice) {}
