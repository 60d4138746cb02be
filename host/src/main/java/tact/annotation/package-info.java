/** Advice to what a window shows, in the user's language. Decides nothing. */
package tact.annotation;
