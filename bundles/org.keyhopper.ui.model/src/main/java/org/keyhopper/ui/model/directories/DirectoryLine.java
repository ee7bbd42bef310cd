package org.keyhopper.ui.model.directories;

/** A configured directory: its name here, and what kind it is. */
public record DirectoryLine(String name, String kind) {}
