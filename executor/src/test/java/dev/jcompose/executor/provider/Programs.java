package dev.jcompose.executor.provider;

import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// Programs that are shell scripts. They write down how they are called in a file `calls`.
record Programs(Path folder) {
  /// A user whose path and plugins are in the folder.
  InstalledPrograms installed() {
    return new InstalledPrograms(
        Ordered.map(
            Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin", "HOME", folder.toString())),
        folder);
  }

  void script(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }
}
