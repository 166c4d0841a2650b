package dev.jcompose.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a field or parameter the place at which a port of a service can be reached from the test:
/// an `int` is the port, a {@link dev.jcompose.Address}, {@link java.net.InetSocketAddress} or
/// `String` (`host:port`) the whole address.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Port {
  /// Service and port of the container, e.g. `web:80` or `dns:53/udp`.
  String value();
}
