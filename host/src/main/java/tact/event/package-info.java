/** What happened: the events that Thunderbird tells, as records. */
package tact.event;
