/** Reads the Markdown sources, makes the pages of problem codes, and renders both; used by {@code Help} only. */
package org.keyhopper.help.internal;
