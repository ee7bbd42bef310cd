package org.keyhopper.ui.model.devices;

import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkId;

/** One device that is plugged in: what it is called, and what tells it from others. */
public record DeviceRow(LinkId id, DeviceKind kind, String name, String detail) {}
