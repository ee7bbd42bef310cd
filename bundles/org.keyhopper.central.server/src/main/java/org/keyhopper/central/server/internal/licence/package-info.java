/** The licence file; used where the domain's licensing is put together. */
package org.keyhopper.central.server.internal.licence;
