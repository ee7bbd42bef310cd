/**
 * Updates of the installed product through p2, atomic with respect to crashes. Exposed as the OSGi service {@link
 * org.keyhopper.api.update.ProductUpdates}.
 */
package org.keyhopper.update.internal.install;
