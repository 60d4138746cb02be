/** JSON to events and replies to JSON, as PROTOCOL.md says. The only user of Jackson. */
package tact.protocol;
