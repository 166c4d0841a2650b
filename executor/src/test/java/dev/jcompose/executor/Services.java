package dev.jcompose.executor;

import dev.jcompose.model.Extensions;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.List;
import java.util.Optional;

/// Services with nothing special about them, for tests of what does not look into them.
final class Services {
  private Services() {}

  /// A service that is made from the image `busybox`.
  static Service plain(String name) {
    return with(name, Lifecycle.PLAIN);
  }

  /// A service with a health check.
  static Service checked(String name) {
    var check =
        new Healthcheck(
            List.of("CMD", "true"),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Extensions.NONE);
    return with(name, Lifecycle.PLAIN.withHealthcheck(check));
  }

  /// A service that is restarted when it ends.
  static Service restarted(String name, RestartPolicy policy) {
    return with(name, Lifecycle.PLAIN.withRestart(policy));
  }

  private static Service with(String name, Lifecycle lifecycle) {
    return Service.plain(new ServiceName(name)).withImage("busybox").withLifecycle(lifecycle);
  }
}
