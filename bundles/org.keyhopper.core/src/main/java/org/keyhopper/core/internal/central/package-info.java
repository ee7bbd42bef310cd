/**
 * The station of a Central: records and directories while it has joined, and the enrolment of one recipient under a claim at
 * Central. Created by the station; used by ceremonies and by reconciling.
 */
package org.keyhopper.core.internal.central;
