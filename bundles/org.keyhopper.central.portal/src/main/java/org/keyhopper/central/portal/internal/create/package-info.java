/** The page that creates a request: its form, the lists of people that are pasted, and groups that are read in the background. */
package org.keyhopper.central.portal.internal.create;
