package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Devices. */
public record DevicePage(List<DeviceBody> items, String next) {}
