package dev.jcompose.tests.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.docker.DockerEngine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The test needs a real engine with the image busybox.
///
/// Without one it is skipped, and the reason says so; with the property `jcompose.engine` set to
/// `required` it fails.
@Tag("engine")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEngine.Condition.class)
@interface NeedsEngine {
  /// Asks the engine.
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      try (Engine engine = new DockerEngine(System.getenv())) {
        return engine.image("busybox").isPresent()
            ? ConditionEvaluationResult.enabled("an engine answers")
            : missing("the engine has no image busybox");
      } catch (EngineException e) {
        return missing(String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return missing("interrupted");
      }
    }

    /// Skips the test unless that holds, or fails where tests with an engine are required.
    static void assume(boolean holds, String otherwise) {
      if (!holds && isRequired()) {
        throw new AssertionError("tests with an engine are required: " + otherwise);
      }
      assumeTrue(holds, otherwise);
    }

    private static boolean isRequired() {
      return "required".equals(System.getProperty("jcompose.engine"));
    }

    private static ConditionEvaluationResult missing(String reason) {
      if (isRequired()) {
        throw new AssertionError("tests with an engine are required: " + reason);
      }
      return ConditionEvaluationResult.disabled("it needs an engine: " + reason);
    }
  }
}
