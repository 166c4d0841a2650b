package dev.jcompose.planner;

import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.VolumeKey;
import java.util.List;

/// Something that is known to fail. A plan with problems has no steps: nothing is touched.
public sealed interface Problem {
  /// An external network is not there.
  record NoExternalNetwork(NetworkKey network, String name) implements Problem {}

  /// An external volume is not there.
  record NoExternalVolume(VolumeKey volume, String name) implements Problem {}

  /// A network has to be made anew, and containers that are not the project's run on it.
  record NetworkInUse(NetworkKey network, String name, List<String> containers) implements Problem {
    public NetworkInUse {
      containers = List.copyOf(containers);
    }
  }

  /// An image is not there, and it may be neither fetched nor built.
  record NoImage(ServiceName service, String image) implements Problem {}

  /// A service has neither an image nor a way to build one.
  record NothingToRun(ServiceName service) implements Problem {}

  /// There is no such service.
  record NoSuchService(ServiceName service) implements Problem {}

  /// One name cannot be given to several containers.
  record NameTaken(String name, ServiceName service, ServiceName other) implements Problem {}

  /// One name cannot be given to the replicas of a service.
  record NameOfMany(ServiceName service, String name, int replicas) implements Problem {}

  /// A container of the project has the name that another one is to get.
  record NameInUse(ServiceName service, String name) implements Problem {}

  /// The service whose namespace or volumes are shared has no container.
  record NoContainerToShare(ServiceName service, ServiceName from) implements Problem {}

  /// There is no container of the service to start.
  record NothingToStart(ServiceName service) implements Problem {}

  /// A config or secret cannot be given to a service.
  ///
  /// @param kind `config` or `secret`
  record NoFile(ServiceName service, String kind, String key, String reason) implements Problem {}

  /// Containers of a project of that name belong to another folder, and the user has not agreed to
  /// touch them.
  record OtherFolder(ProjectName project, String own, List<String> others) implements Problem {
    public OtherFolder {
      others = List.copyOf(others);
    }
  }

  /// The program that looks after a service is not installed.
  record NoProvider(ServiceName service, String type) implements Problem {}

  /// The program that looks after AI models is not installed.
  record NoModelPlugin(List<String> models) implements Problem {
    public NoModelPlugin {
      models = List.copyOf(models);
    }
  }

  /// The engine cannot do what is asked of it.
  ///
  /// @param what e.g. `service web`
  record Unsupported(String what, String reason) implements Problem {}

  /// The problem as a sentence.
  default String describe() {
    return switch (this) {
      case NoExternalNetwork(NetworkKey network, String name) ->
          "network " + network + " is external, and there is no network \"" + name + "\"";
      case NoExternalVolume(VolumeKey volume, String name) ->
          "volume " + volume + " is external, and there is no volume \"" + name + "\"";
      case NetworkInUse(NetworkKey network, String name, var containers) ->
          "the definition of network "
              + network
              + " has changed, and \""
              + name
              + "\" cannot be made anew while containers of others are on it: "
              + String.join(", ", containers)
              + ". Stop them, or take them off it with `docker network disconnect`";
      case NoImage(ServiceName service, String image) ->
          "service " + service + ": image \"" + image + "\" is not there and may not be fetched";
      case NoProvider(ServiceName service, String type) ->
          "service "
              + service
              + ": there is neither a docker plugin nor a program \""
              + type
              + "\" for its provider";
      case NoModelPlugin(var models) ->
          "models "
              + String.join(", ", models)
              + " need the docker plugin \"model\", which is not there";
      case NothingToRun(ServiceName service) ->
          "service " + service + " has neither `image` nor `build`";
      case NoSuchService(ServiceName service) -> "no such service: " + service;
      case NameTaken(String name, ServiceName service, ServiceName other) ->
          "services " + service + " and " + other + " both name their container \"" + name + "\"";
      case NameOfMany(ServiceName service, String name, int replicas) ->
          "service " + service + ": " + replicas + " replicas cannot all be named \"" + name + "\"";
      case NameInUse(ServiceName service, String name) ->
          "service " + service + ": there is a container named \"" + name + "\" already";
      case NoContainerToShare(ServiceName service, ServiceName from) ->
          "service " + service + " shares with " + from + ", which has no container";
      case NothingToStart(ServiceName service) ->
          "service " + service + " has no container to start";
      case NoFile(ServiceName service, String kind, String key, String reason) ->
          "service " + service + ": " + kind + " " + key + " " + reason;
      case OtherFolder(ProjectName project, String own, var others) ->
          "containers of project \""
              + project
              + "\" were made from "
              + String.join(", ", others)
              + ", and this is "
              + own
              + ". Choose another name with `-p` or `name`; or, if they are one project, agree with"
              + " `-y` or say so with `-p "
              + project
              + "`";
      case Unsupported(String what, String reason) -> what + ": " + reason;
    };
  }
}
