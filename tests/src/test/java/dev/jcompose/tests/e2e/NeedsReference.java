package dev.jcompose.tests.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The test compares with docker compose, and is skipped when the build was not told where that is.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsReference.Condition.class)
@interface NeedsReference {
  /// Looks whether the build was told.
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Program.reference().isPresent()
          ? ConditionEvaluationResult.enabled("docker compose is there")
          : ConditionEvaluationResult.disabled(
              "the property jcompose.reference names no docker compose");
    }
  }
}
