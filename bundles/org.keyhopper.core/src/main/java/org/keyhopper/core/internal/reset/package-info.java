/**
 * Resetting a device: {@link org.keyhopper.core.internal.reset.AuthenticatorReset} cycles its power, with an operator
 * who removes and reinserts it where needed, and makes sure that only the device that was shown is reset. Called by
 * ceremonies, which also renew the user presence of cards with it, and by device management.
 */
package org.keyhopper.core.internal.reset;
