package org.keyhopper.central.portal.internal.frame;

/** An option of a list in a form. */
public record SelectOption(String value, String label) {}
