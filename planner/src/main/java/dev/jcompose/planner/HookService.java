package dev.jcompose.planner;

import dev.jcompose.model.Command;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Hooks;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Privileges;
import dev.jcompose.model.Service;
import dev.jcompose.model.Storage;
import dev.jcompose.model.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What the container of a `pre_start` hook is made from: the service, changed by the hook.
final class HookService {
  private HookService() {}

  static Service of(Service service, Hook hook) {
    return hook.image()
        .map(service::withImage)
        .orElse(service)
        .withExecution(execution(service.execution(), hook))
        .withNetworking(networking(service.networking()))
        .withStorage(storage(service.storage()))
        .withPrivileges(privileges(service.privileges(), hook))
        .withLifecycle(lifecycle(service.lifecycle()));
  }

  private static Execution execution(Execution own, Hook hook) {
    var environment = new LinkedHashMap<>(own.environment());
    environment.putAll(hook.environment());
    var user = hook.user().map(name -> new User(Optional.of(name), own.user().groups()));
    return new Execution(
        hook.command(),
        hook.command() instanceof Command.FromImage ? own.entrypoint() : entrypoint(own, hook),
        environment,
        List.of(),
        hook.workingDir().or(own::workingDir),
        user.orElse(own.user()),
        false,
        false,
        own.init(),
        own.models());
  }

  /// Another image has another entrypoint.
  private static Command entrypoint(Execution own, Hook hook) {
    return hook.image().isPresent() ? new Command.FromImage() : own.entrypoint();
  }

  private static Networking networking(Networking own) {
    return new Networking(
        own.mode(),
        own.networks(),
        List.of(),
        List.of(),
        own.hostNames(),
        own.links(),
        own.externalLinks(),
        Optional.empty());
  }

  /// All mounts come with the replica's volumes.
  private static Storage storage(Storage own) {
    return new Storage(
        List.of(), List.of(), own.tmpfs(), List.of(), List.of(), own.readOnly(), own.options());
  }

  private static Privileges privileges(Privileges own, Hook hook) {
    return new Privileges(
        own.privileged() || hook.privileged(),
        own.capAdd(),
        own.capDrop(),
        own.securityOptions(),
        own.sysctls(),
        own.credentialSpec(),
        own.useApiSocket());
  }

  private static Lifecycle lifecycle(Lifecycle own) {
    return new Lifecycle(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        own.dependsOn(),
        Optional.empty(),
        Optional.empty(),
        own.stopping(),
        Hooks.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
