package dev.jcompose;

import dev.jcompose.planner.Step;

/// One thing that is done on the engine, or waited for there.
///
/// @param subject what it is done to, e.g. `shop-web-1` or `network shop_default`
/// @param action e.g. `create container`
/// @param reason why, e.g. `missing` or `image changed`
public record Change(String subject, String action, String reason) {
  static Change of(Step step) {
    return new Change(
        step.operation().subject(), step.operation().action(), step.cause().describe());
  }

  /// E.g. `shop-web-1, create container, missing`.
  @Override
  public String toString() {
    return subject + ", " + action + ", " + reason;
  }
}
