/**
 * The error codes, job states and printer states, and what each means. Used by all other packages; calls none of
 * them.
 */
package org.keyhopper.printer.entrust.status;
