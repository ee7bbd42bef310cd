/** The start page; each kind of page has a package of its own below. */
package org.keyhopper.central.portal.internal;
