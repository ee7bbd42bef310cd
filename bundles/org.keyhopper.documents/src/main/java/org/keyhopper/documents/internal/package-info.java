/**
 * The parsers and writers of the formats CSV, JSON and PDF. Called by the public types of this bundle only.
 */
package org.keyhopper.documents.internal;
