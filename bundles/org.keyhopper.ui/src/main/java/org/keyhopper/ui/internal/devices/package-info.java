/**
 * The Devices perspective: connected devices, the content of the selected one, and the inventory. Created by {@code
 * DevicesPart}, which passes view states in and receives the operator's actions. UI thread only.
 */
package org.keyhopper.ui.internal.devices;
