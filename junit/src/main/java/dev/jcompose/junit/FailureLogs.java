package dev.jcompose.junit;

import dev.jcompose.LoadedProject;
import dev.jcompose.Logs;
import dev.jcompose.Service;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Writes what the services of a project wrote, for people who look into a failure.
final class FailureLogs {
  /// The parameter for the folder below which they are written.
  private static final String FOLDER = "jcompose.logs";

  private static final Pattern INVOCATION = Pattern.compile(":#(\\d+)]$");

  private FailureLogs() {}

  /// Writes them if the test or the class has failed, also if that interrupted the thread.
  static void writeAfter(ExtensionContext context, LoadedProject project)
      throws IOException, InterruptedException {
    if (context.getExecutionException().isEmpty()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      write(context, project);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Writes a file for each service that has containers.
  static void write(ExtensionContext context, LoadedProject project)
      throws IOException, InterruptedException {
    var folder = folder(context);
    for (var name : project.services()) {
      var service = project.service(name);
      if (!service.containerIds().isEmpty()) {
        var _ = Files.createDirectories(folder);
        write(service, folder.resolve(name + ".log"));
      }
    }
    context.publishReportEntry(FOLDER, folder.toString());
  }

  private static void write(Service service, Path file) throws IOException, InterruptedException {
    boolean alone = service.containerIds().size() == 1;
    try (var writer = Files.newBufferedWriter(file);
        var log = service.logs(Logs.SO_FAR)) {
      for (var lines = log.iterator(); lines.hasNext(); ) {
        var entry = lines.next();
        write(writer, alone ? entry.text() : entry.container() + " | " + entry.text());
      }
    }
  }

  private static void write(BufferedWriter writer, String line) throws IOException {
    writer.write(line);
    writer.newLine();
  }

  private static Path folder(ExtensionContext context) {
    var all =
        context
            .getConfigurationParameter(FOLDER)
            .map(Path::of)
            .orElseGet(() ->
                Path.of(Files.isDirectory(Path.of("build")) ? "build" : "target", "compose-logs"));
    var ofClass = all.resolve(context.getRequiredTestClass().getName());
    return context
        .getTestMethod()
        .map(method -> ofClass.resolve(method.getName() + invocation(context)))
        .orElse(ofClass)
        .toAbsolutePath();
  }

  /// Tests that are run several times are told apart by a number.
  private static String invocation(ExtensionContext context) {
    var number = INVOCATION.matcher(context.getUniqueId());
    return number.find() ? "-" + number.group(1) : "";
  }
}
