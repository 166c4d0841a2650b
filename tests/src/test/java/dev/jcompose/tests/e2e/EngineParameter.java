package dev.jcompose.tests.e2e;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.docker.DockerEngine;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands tests the engine of the machine, to look at what the programs did to it.
final class EngineParameter implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(EngineParameter.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Engine.class;
  }

  /// The store closes it when the test class is done.
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Engine.class, _ -> new DockerEngine(System.getenv()));
  }
}
