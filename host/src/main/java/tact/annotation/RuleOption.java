package tact.annotation;

/**
 * A rule that the user can switch off.
 *
 * @param id       of the rule
 * @param title    what it looks for, in the user's language
 * @param severity the severest it can be
 * @param article  whether it rests on the article; else it is Tact's own
 */
public record RuleOption(String id, String title, String severity, boolean article) {}
