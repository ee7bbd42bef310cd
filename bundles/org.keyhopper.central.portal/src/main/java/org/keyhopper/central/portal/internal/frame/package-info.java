/** What all pages share: navigation, notices, texts, refusals. */
package org.keyhopper.central.portal.internal.frame;
