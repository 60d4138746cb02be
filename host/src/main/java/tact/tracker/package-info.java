/** Facts to histories: threads, attempts and streaks. Pure; knows no clock, file or thread of execution. */
package tact.tracker;
