package org.keyhopper.ui.model.devices;

import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkId;

/** One connected device: its name, and what distinguishes it from others. */
public record DeviceRow(LinkId id, DeviceKind kind, String name, String detail) {}
