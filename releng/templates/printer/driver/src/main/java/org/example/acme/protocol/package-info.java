/** Acme's commands and replies. */
package org.example.acme.protocol;
