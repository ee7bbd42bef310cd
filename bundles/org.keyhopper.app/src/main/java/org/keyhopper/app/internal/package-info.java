/**
 * Start of the desktop application: program arguments, single instance, the choice of the station and the update
 * services. Called by the Eclipse workbench through the life cycle class of the product.
 */
package org.keyhopper.app.internal;
