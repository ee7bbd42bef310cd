/** The pages about devices that were provisioned. */
package org.keyhopper.central.portal.internal.inventory;
