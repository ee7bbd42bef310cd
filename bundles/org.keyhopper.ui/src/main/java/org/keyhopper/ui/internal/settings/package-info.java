/** What the operator has arranged in tables and dialogs, kept with the preferences; called by both. */
package org.keyhopper.ui.internal.settings;
