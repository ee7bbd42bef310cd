/** The pages of a browser: signing in and out, and a list of requests; usable without scripts. */
package org.keyhopper.central.server.internal.page;
