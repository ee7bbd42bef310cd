/** Acme's codes, and what each means. */
package org.example.acme.status;
