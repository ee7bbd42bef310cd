/**
 * The connected devices: {@link org.keyhopper.core.internal.device.LiveDevices} watches the transports and keeps one
 * worker thread for each device, on which identification, device management and ceremonies run. Called by the station,
 * which publishes it as {@code Devices} and {@code DeviceManagement}, and by all packages that talk to a device.
 */
package org.keyhopper.core.internal.device;
