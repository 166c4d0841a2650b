package dev.jcompose.junit;

import dev.jcompose.Address;
import dev.jcompose.LoadedProject;
import dev.jcompose.Service;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/// Gives fields and parameters what their annotations and types ask for.
final class Injection {
  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(Port.class, Url.class, ComposeService.class);

  private Injection() {}

  /// Whether it is for us to give a parameter its value.
  static boolean isWanted(AnnotatedElement parameter, Class<?> type) {
    return type == LoadedProject.class
        || ANNOTATIONS.stream().anyMatch(each -> AnnotationSupport.isAnnotated(parameter, each));
  }

  /// Gives the static fields of a class, or those of an object, their values.
  static void fill(Class<?> type, Optional<Object> object, Stack stack)
      throws InterruptedException {
    for (var annotation : ANNOTATIONS) {
      for (var field : AnnotationSupport.findAnnotatedFields(type, annotation)) {
        if (ModifierSupport.isStatic(field) == object.isEmpty()) {
          fill(field, object, value(field, field.getType(), stack));
        }
      }
    }
  }

  private static void fill(Field field, Optional<Object> object, Object value) {
    if (ModifierSupport.isFinal(field)) {
      throw new IllegalArgumentException(field + " is final");
    }
    try {
      field.setAccessible(true);
      field.set(object.orElse(null), value);
    } catch (IllegalAccessException denied) {
      throw new IllegalArgumentException(field + " cannot be written", denied);
    }
  }

  /// The value for a field or parameter of that type.
  ///
  /// @throws IllegalArgumentException if its annotation cannot be understood, or not with this type
  static Object value(AnnotatedElement element, Class<?> type, Stack stack)
      throws InterruptedException {
    var port = AnnotationSupport.findAnnotation(element, Port.class);
    if (port.isPresent()) {
      return port(stack.address(Endpoint.parse(port.get().value())), type);
    }
    var url = AnnotationSupport.findAnnotation(element, Url.class);
    if (url.isPresent()) {
      var template = UrlTemplate.parse(url.get().value());
      return url(template.at(stack.address(template.endpoint())), type);
    }
    var service = AnnotationSupport.findAnnotation(element, ComposeService.class);
    if (service.isPresent()) {
      if (type != Service.class) {
        throw unfit(ComposeService.class, type);
      }
      return stack.project().service(service.get().value());
    }
    return stack.project();
  }

  private static Object port(Address address, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return address.port();
    }
    if (type == Address.class) {
      return address;
    }
    if (type == InetSocketAddress.class) {
      return address.socketAddress();
    }
    if (type == String.class) {
      return address.toString();
    }
    throw unfit(Port.class, type);
  }

  private static Object url(String url, Class<?> type) {
    if (type == String.class) {
      return url;
    }
    if (type == URI.class) {
      return URI.create(url);
    }
    if (type == URL.class) {
      try {
        return URI.create(url).toURL();
      } catch (MalformedURLException unknown) {
        throw new IllegalArgumentException(url + " is nothing for a java.net.URL", unknown);
      }
    }
    throw unfit(Url.class, type);
  }

  private static IllegalArgumentException unfit(Class<?> annotation, Class<?> type) {
    return new IllegalArgumentException(
        "@" + annotation.getSimpleName() + " is nothing for a " + type.getName());
  }
}
