/** RFC 5322 in: what a mail says of its author, its thread and its text. Reads bytes, keeps nothing. */
package tact.mail;
