package org.keyhopper.central.portal.internal.frame;

/** An option of a list in a form. */
public record Choice(String value, String label) {}
