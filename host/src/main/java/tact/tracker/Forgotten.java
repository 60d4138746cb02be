package tact.tracker;

/**
 * What is no longer in the ledger.
 *
 * @param mails      how many were deleted
 * @param statements how many words of the user's were deleted
 */
public record Forgotten(int mails, int statements) {}
