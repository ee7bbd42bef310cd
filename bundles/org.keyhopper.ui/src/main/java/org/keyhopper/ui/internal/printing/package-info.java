/** Prints PIN letters through the print system, without a file of ours. */
package org.keyhopper.ui.internal.printing;
