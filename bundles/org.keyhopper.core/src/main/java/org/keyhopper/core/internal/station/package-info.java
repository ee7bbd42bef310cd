/**
 * What the station is composed of besides devices and runs: configured directories, and what a run needs before it starts. Used
 * by the station.
 */
package org.keyhopper.core.internal.station;
