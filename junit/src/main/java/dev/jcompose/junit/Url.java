package dev.jcompose.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a field or parameter of type `String`, {@link java.net.URI} or {@link java.net.URL} the
/// URL at which the test reaches what has the given one inside the project.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Url {
  /// E.g. `http://web:80/login` or `jdbc:postgresql://db:5432/shop`. The port is always written.
  String value();
}
