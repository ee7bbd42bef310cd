/**
 * The Results perspective: counts, rows and follow-up actions. Created by {@code ResultsPart}, which passes view
 * states in and receives the operator's actions. UI thread only.
 */
package org.keyhopper.ui.internal.results;
