package org.keyhopper.ui.model;

/** A line that informs the operator and needs no answer. */
public record Notice(String text, Tint tint) {}
