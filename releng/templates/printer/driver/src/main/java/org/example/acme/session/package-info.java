/** The movements of one card. */
package org.example.acme.session;
