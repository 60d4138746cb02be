/** The host's root: composition, the loop, and the desk where events are handled. */
package tact;
