/**
 * The Automatic perspective: printer setup, the run with its card paths, and progress. Created by {@code
 * AutomaticPart}, which passes view states in and receives the operator's actions. UI thread only.
 */
package org.keyhopper.ui.internal.automatic;
