/**
 * Puts Tact into Thunderbird and takes it out again. Everything is a file with a known content ({@link
 * tact.installer.Placement}) at a place that the {@link tact.installer.Environment} decides.
 */
package tact.installer;
