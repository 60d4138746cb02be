/** The ledger in SQLite. The only user of {@code java.sql}. */
package tact.store;
