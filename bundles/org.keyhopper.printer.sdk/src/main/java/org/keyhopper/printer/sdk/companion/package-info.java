/**
 * The program that runs in the companion process: calls the vendor's SDK by reflection on behalf of {@code
 * CompanionLink}. Uses only the JDK and Gson, since it runs outside of OSGi.
 */
package org.keyhopper.printer.sdk.companion;
