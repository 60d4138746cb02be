/** Situation to advice: what the article says about a draft. Pure; knows no clock, file or thread of execution. */
package tact.advice;
