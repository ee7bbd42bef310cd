/**
 * Access to update sites: permitted addresses, downloads, and verification against the signed list of files. Called by
 * the packages {@code install} and {@code dropins}.
 */
package org.keyhopper.update.internal.site;
