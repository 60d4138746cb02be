/** Bytes to frames and back. Knows nothing of JSON. */
package tact.wire;
