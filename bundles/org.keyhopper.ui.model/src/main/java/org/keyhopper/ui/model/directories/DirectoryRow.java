package org.keyhopper.ui.model.directories;

/** A configured directory: its name here, and what kind it is. */
public record DirectoryRow(String name, String kind) {}
