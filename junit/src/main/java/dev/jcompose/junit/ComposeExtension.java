package dev.jcompose.junit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;

/// Does what {@link ComposeProject} says.
final class ComposeExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        TestInstancePostProcessor,
        ParameterResolver {
  /// The parameter that keeps projects for the next run.
  private static final String KEEP = "jcompose.keep";

  private ComposeExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    var type = context.getRequiredTestClass();
    var annotation = annotation(type);
    switch (annotation.lifecycle()) {
      case PER_TEST -> {}
      case PER_CLASS -> {
        if (Stacks.of(context).isEmpty() || isAnnotated(type)) {
          var naming = new Naming(type.getSimpleName(), use(context));
          Stacks.own(context, definition(annotation), naming);
        }
      }
      case SHARED ->
          Stacks.share(context, definition(annotation), new Naming("shared", use(context)));
    }
    fill(type, Optional.empty(), context);
    fillInstances(context);
  }

  @Override
  public void postProcessTestInstance(Object instance, ExtensionContext context)
      throws InterruptedException {
    if (Stacks.of(context).isPresent()) {
      fill(instance.getClass(), Optional.of(instance), context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws InterruptedException {
    var type = context.getRequiredTestClass();
    var annotation = annotation(type);
    if (annotation.lifecycle() == Lifecycle.PER_TEST) {
      var naming = new Naming(type.getSimpleName(), Naming.Use.ONCE);
      Stacks.own(context, definition(annotation), naming);
      fillInstances(context);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
    afterAll(context);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
    var stack = Stacks.of(context);
    if (stack.isPresent()) {
      FailureLogs.writeAfter(context, stack.get().project());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.isWanted(parameter.getParameter(), parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var stack = Stacks.of(context);
    if (stack.isEmpty()) {
      throw new ParameterResolutionException(
          "the project is not started yet when the instance of the test is made:"
              + " its methods can have such a parameter");
    }
    try {
      var wanted = parameter.getParameter();
      return Injection.value(wanted, wanted.getType(), stack.get());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new ParameterResolutionException("interrupted", interrupt);
    } catch (IllegalArgumentException mistake) {
      throw new ParameterResolutionException(String.valueOf(mistake.getMessage()), mistake);
    }
  }

  /// Those that are older than the project: of a test that has its own, or of a class whose tests
  /// share an instance.
  private static void fillInstances(ExtensionContext context) throws InterruptedException {
    var instances = context.getTestInstances().map(TestInstances::getAllInstances);
    for (var instance : instances.orElse(List.of())) {
      fill(instance.getClass(), Optional.of(instance), context);
    }
  }

  private static void fill(Class<?> type, Optional<Object> object, ExtensionContext context)
      throws InterruptedException {
    var stack = Stacks.of(context);
    if (stack.isEmpty()) {
      return;
    }
    try {
      Injection.fill(type, object, stack.get());
    } catch (IllegalArgumentException mistake) {
      throw new ExtensionConfigurationException(String.valueOf(mistake.getMessage()), mistake);
    }
  }

  private static Definition definition(ComposeProject annotation) {
    try {
      return Definition.of(annotation);
    } catch (IllegalArgumentException mistake) {
      throw new ExtensionConfigurationException(String.valueOf(mistake.getMessage()), mistake);
    }
  }

  private static Naming.Use use(ExtensionContext context) {
    return context
        .getConfigurationParameter(KEEP)
        .filter(Boolean::parseBoolean)
        .map(_ -> Naming.Use.KEPT)
        .orElse(Naming.Use.ONCE);
  }

  private static boolean isAnnotated(Class<?> type) {
    return AnnotationSupport.isAnnotated(type, ComposeProject.class);
  }

  /// That of the class, or of the one that it is nested in.
  private static ComposeProject annotation(Class<?> type) {
    return AnnotationSupport.findAnnotation(type, ComposeProject.class)
        .orElseGet(() -> annotation(type.getEnclosingClass()));
  }
}
