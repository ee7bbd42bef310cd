/**
 * Audible cues. Called by the presenters of runs, on the run's thread.
 */
package org.keyhopper.ui.internal.sound;
