package dev.jcompose.spec.interpolate;

/// A variable that a document asks for.
///
/// @param required whether some place gives an error when it has no value
/// @param defaultValue what stands in for it when it has no value, as written; empty if nothing
///   does
/// @param alternateValue what stands in for it when it has one, as written; empty if nothing does
public record UsedVariable(
    String name, boolean required, String defaultValue, String alternateValue) {
  /// What two places say of the same variable; where both say something, the first counts.
  UsedVariable and(UsedVariable other) {
    return new UsedVariable(
        name,
        required || other.required,
        defaultValue.isEmpty() ? other.defaultValue : defaultValue,
        alternateValue.isEmpty() ? other.alternateValue : alternateValue);
  }
}
