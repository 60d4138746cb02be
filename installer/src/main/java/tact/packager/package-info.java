/**
 * Makes of the image that the build assembled what a user installs without Java: a self-contained image with a runtime
 * of its own, a Debian package, the XPI, a bill of materials with the licences, and checksums.
 * {@link tact.packager.Packager} is the way in.
 */
package tact.packager;
