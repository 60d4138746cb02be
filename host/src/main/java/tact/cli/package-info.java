/** The command line over the host's parts. */
package tact.cli;
