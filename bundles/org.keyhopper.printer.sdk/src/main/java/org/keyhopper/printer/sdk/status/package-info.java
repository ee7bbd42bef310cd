/**
 * The activities, jobs and errors that an SDK reports, and what each means. Used by all other packages; calls none
 * of them.
 */
package org.keyhopper.printer.sdk.status;
