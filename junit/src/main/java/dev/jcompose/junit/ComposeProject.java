package dev.jcompose.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Starts a Compose project for the tests of a class, under a name of its own, and removes it with
/// its volumes afterwards, whatever happens.
///
/// ```java
/// @ComposeProject("src/test/compose.yaml")
/// class ShopTest {
///   @Url("http://web:80/") static URI shop;
/// }
/// ```
///
/// The tests begin when all containers run and are healthy, or have done their work, and all of
/// {@link #await()} has come. When a test fails, the log of each service is written to a file.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ComposeExtension.class)
public @interface ComposeProject {
  /// The files, each laid over those before it; relative to the working directory. A folder, or
  /// none: those that the command line would use there.
  String[] value() default {};

  /// How long it lives.
  Lifecycle lifecycle() default Lifecycle.PER_CLASS;

  /// Only these services and what they depend on.
  String[] services() default {};

  /// The profiles to activate.
  String[] profiles() default {};

  /// Variables for the files beside those of the process, each `NAME=value`.
  String[] env() default {};

  /// The engine, e.g. `unix:///var/run/docker.sock`; left out: the one that the docker command line
  /// would use.
  String engine() default "";

  /// What is waited for besides health.
  Await[] await() default {};

  /// How long all of this may take, images included.
  int timeoutSeconds() default 300;
}
