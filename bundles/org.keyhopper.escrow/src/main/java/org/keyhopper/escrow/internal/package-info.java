/** The CMS structures (RFC 5652, RFC 5083) behind the exported classes, which alone call them. */
package org.keyhopper.escrow.internal;
