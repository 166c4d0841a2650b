package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the container is allowed beyond, or denied below, the engine's normal.
///
/// @param sysctls kernel parameters by name
/// @param useApiSocket whether it is given the engine's own socket
public record Privileges(
    boolean privileged,
    List<String> capAdd,
    List<String> capDrop,
    List<String> securityOptions,
    SequencedMap<String, String> sysctls,
    Optional<CredentialSpec> credentialSpec,
    boolean useApiSocket) {
  /// The engine's normal.
  public static final Privileges PLAIN =
      new Privileges(
          false, List.of(), List.of(), List.of(), Ordered.map(), Optional.empty(), false);

  public Privileges {
    capAdd = List.copyOf(capAdd);
    capDrop = List.copyOf(capDrop);
    securityOptions = List.copyOf(securityOptions);
    sysctls = Ordered.map(sysctls);
  }
}
