/**
 * The implementation of the exported interfaces on top of the CTAP commands: one class each for PIN, credentials,
 * configuration, reset and selection of a device. Created by {@link org.keyhopper.fido.Authenticators} and as OSGi
 * services; called on the worker thread of the device.
 */
package org.keyhopper.fido.internal;
