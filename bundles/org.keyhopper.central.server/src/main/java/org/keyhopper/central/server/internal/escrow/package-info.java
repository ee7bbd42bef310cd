/** Sealed PINs as CMS messages; called by the domain's escrow. */
package org.keyhopper.central.server.internal.escrow;
