/** One rule, one class, one page in {@code host/rules}, one test. */
package tact.advice.rules;
