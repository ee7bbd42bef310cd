/** Help for the place or the problem that the operator sees; called by the menu and by F1. */
package org.keyhopper.ui.internal.help;
