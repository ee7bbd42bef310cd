/** The pages of a browser that are not in the portal: signing in and out, and the description of the API; usable without scripts. */
package org.keyhopper.central.server.internal.page;
