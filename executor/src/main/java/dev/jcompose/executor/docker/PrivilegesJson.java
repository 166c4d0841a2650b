package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.CredentialSpec;
import dev.jcompose.model.Privileges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a container is allowed beyond, or denied below, the engine's normal.
final class PrivilegesJson {
  private static final String SECCOMP = "seccomp";
  private static final String UNMASKED = "systempaths=unconfined";

  private PrivilegesJson() {}

  static void write(Privileges privileges, ContainerJson json) {
    List<String> options = new ArrayList<>();
    for (String option : privileges.securityOptions()) {
      String written = option.replaceFirst("^([a-z-]+):", "$1=");
      if (written.equals(UNMASKED)) {
        json.host().allWords("MaskedPaths", List.of()).allWords("ReadonlyPaths", List.of());
      } else {
        options.add(written.startsWith(SECCOMP + "=") ? seccomp(written) : written);
      }
    }
    privileges.credentialSpec().flatMap(PrivilegesJson::credentials).ifPresent(options::add);
    json.host()
        .on("Privileged", privileges.privileged())
        .words("CapAdd", privileges.capAdd())
        .words("CapDrop", privileges.capDrop())
        .words("SecurityOpt", options)
        .map("Sysctls", privileges.sysctls());
  }

  /// The engine takes a profile's text, and the user names a file.
  private static String seccomp(String option) {
    String profile = option.substring(SECCOMP.length() + 1);
    if (profile.equals("unconfined") || profile.equals("builtin") || profile.startsWith("{")) {
      return option;
    }
    try {
      String text = Files.readString(Path.of(profile), StandardCharsets.UTF_8);
      return SECCOMP + "=" + JsonValue.parse(text).toJson();
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.OTHER,
          "cannot read the seccomp profile \"%s\" of `security_opt`: %s"
              .formatted(profile, Failures.firstLine(e)),
          e);
    }
  }

  private static Optional<String> credentials(CredentialSpec spec) {
    return spec.file()
        .map(file -> "credentialspec=file://" + file)
        .or(() -> spec.registry().map(entry -> "credentialspec=registry://" + entry));
  }
}
