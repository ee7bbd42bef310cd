/** The page of the PIN office. Called by the portal. */
package org.keyhopper.central.portal.internal.pins;
