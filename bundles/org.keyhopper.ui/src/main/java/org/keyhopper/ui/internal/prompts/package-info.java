/**
 * Asks the operator on behalf of a run: PINs, the confirmation of a device, and the system's browser. Called on the
 * threads of core; switches to the UI thread.
 */
package org.keyhopper.ui.internal.prompts;
