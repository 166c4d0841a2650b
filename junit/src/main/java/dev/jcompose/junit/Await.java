package dev.jcompose.junit;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What shows that a service without a health check can be used. It says one of: `log`, `port`,
/// `port` with `path`, `command`.
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Await {
  /// The service.
  String service();

  /// It writes a line in which this regular expression is found.
  String log() default "";

  /// Something takes connections to this port of the container, which is published.
  int port() default 0;

  /// The port answers a GET of this path over HTTP with a status below 400.
  String path() default "";

  /// This command in the container ends with exit code 0.
  String[] command() default {};
}
