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

  /// An attribute that has no effect here.
  record Ignored(ServiceName service, String attribute, String reason) implements Notice {}
}
