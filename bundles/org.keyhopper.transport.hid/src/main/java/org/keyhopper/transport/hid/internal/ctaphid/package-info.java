/**
 * The CTAPHID protocol (CTAP 2.2 section 11.2): packets, channel allocation and transactions, over abstract HID
 * reports. Called by {@code org.keyhopper.transport.hid.internal} on the worker thread of the device.
 */
package org.keyhopper.transport.hid.internal.ctaphid;
