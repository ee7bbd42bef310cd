/**
 * The station's metadata of authenticator models (FIDO Metadata Service 3): reads the archived file and answers
 * questions about models. Called by the station, by identification for names of models, and by ceremonies that require
 * proven makers.
 */
package org.keyhopper.core.internal.metadata;
