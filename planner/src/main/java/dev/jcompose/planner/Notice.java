package dev.jcompose.planner;

import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.VolumeKey;
import java.util.List;

/// Something the user should know; nothing is done about it.
public sealed interface Notice {
  /// Containers of services that are not in the files any more.
  record Orphans(List<String> containers) implements Notice {
    public Orphans {
      containers = List.copyOf(containers);
    }
  }

  /// A network of that name exists, but is not labelled as this project's.
  record ForeignNetwork(NetworkKey network, String name) implements Notice {}

  /// A volume of that name exists, but is not labelled as this project's.
  record ForeignVolume(VolumeKey volume, String name) implements Notice {}

  /// Nothing of the project was found.
  record NothingFound(ProjectName project) implements Notice {}

  /// The service's image is fetched or built first; its containers are recreated if that changes
  /// it.
  record ImageMayChange(ServiceName service, String image) implements Notice {}

  /// A program looks after the service; `up` runs it before anything else, and its variables for
  /// the dependents are taken to be those of last time.
  record ProviderFirst(ServiceName service, String type, List<ServiceName> dependents)
      implements Notice {
    public ProviderFirst {
      dependents = List.copyOf(dependents);
    }
  }

  /// AI models are fetched and set up first, which tells services where they are.
  ///
  /// @param services those that have not been told yet
  record ModelsFirst(List<String> models, List<ServiceName> services) implements Notice {
    public ModelsFirst {
      models = List.copyOf(models);
      services = List.copyOf(services);
    }
  }

  /// Attributes of `deploy` that only platforms of many machines know, of services that are
  /// changed.
  record WithoutEffect(List<String> attributes, List<String> services) implements Notice {
    public WithoutEffect {
      attributes = List.copyOf(attributes);
      services = List.copyOf(services);
    }
  }

  /// Something is not removed, because containers that stay use it.
  ///
  /// @param what e.g. `network shop_default`
  record InUse(String what, List<String> containers) implements Notice {
    public InUse {
      containers = List.copyOf(containers);
    }
  }

  /// Containers of services whose profiles are not enabled.
  record NotEnabled(List<String> containers) implements Notice {
    public NotEnabled {
      containers = List.copyOf(containers);
    }
  }

  /// A container stays paused: somebody has asked for that.
  record Paused(String container) implements Notice {}

  /// Containers that are changed were made from other folders.
  record MadeElsewhere(ProjectName project, List<String> folders) implements Notice {
    public MadeElsewhere {
      folders = List.copyOf(folders);
    }
  }

  /// These paths are mounted into containers from the engine's machine, which is another one.
  record OnOtherMachine(List<String> paths) implements Notice {
    public OnOtherMachine {
      paths = List.copyOf(paths);
    }
  }

  /// The notice as a sentence.
  default String describe() {
    return switch (this) {
      case Orphans(var containers) ->
          "Containers that are not part of the project any more: "
              + String.join(", ", containers)
              + ". --remove-orphans removes them.";
      case ForeignNetwork(NetworkKey network, String name) ->
          foreign("Network", network.value(), name);
      case ForeignVolume(VolumeKey volume, String name) -> foreign("Volume", volume.value(), name);
      case NothingFound(ProjectName project) -> "Nothing of project " + project + " was found.";
      case ImageMayChange(ServiceName service, String image) ->
          "Image \"" + image + "\" comes first; if it changes, " + service + " is recreated.";
      case ProviderFirst(ServiceName service, String type, var dependents) ->
          "Provider \""
              + type
              + "\" of "
              + service
              + " was not run; `up` runs it first."
              + (dependents.isEmpty()
                  ? ""
                  : " What it tells may change "
                      + String.join(", ", dependents.stream().map(ServiceName::value).toList())
                      + ".");
      case ModelsFirst(var models, var services) ->
          "The plugin `model` was not run for "
              + String.join(", ", models)
              + "; `up` runs it first. What it tells may change "
              + String.join(", ", services.stream().map(ServiceName::value).toList())
              + ".";
      case WithoutEffect(var attributes, var services) ->
          "Without effect on a single engine: "
              + String.join(", ", attributes)
              + " of `deploy` ("
              + String.join(", ", services)
              + ").";
      case Paused(String container) ->
          container + " is paused and stays so; `unpause` lets it go on.";
      case MadeElsewhere(ProjectName project, var folders) ->
          "Containers of project "
              + project
              + " were made from "
              + String.join(", ", folders)
              + ".";
      case OnOtherMachine(var paths) ->
          "The engine is on another machine, and looks there for what is mounted: "
              + String.join(", ", paths)
              + ".";
      case NotEnabled(var containers) ->
          "Of services whose profiles are not enabled, and stay: "
              + String.join(", ", containers)
              + ". With `--profile` they go.";
      case InUse(String what, var containers) ->
          what + " stays: it is used by " + String.join(", ", containers) + ".";
    };
  }

  private static String foreign(String kind, String key, String name) {
    return kind
        + " \""
        + name
        + "\" was not made for this project; it is used as it is. Set `external: true` on "
        + key
        + " to say so.";
  }
}
