/**
 * Reading and evaluation of FIDO metadata BLOBs (FIDO Metadata Service 3.1). Exposed as {@link
 * org.keyhopper.fido.MetadataReader} and {@link org.keyhopper.fido.ModelMetadata}; thread-safe, no network access.
 */
package org.keyhopper.fido.internal.metadata;
