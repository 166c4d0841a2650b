package dev.jcompose.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// A run of tests in a process of its own, which stays in the middle of a test.
///
/// @param project the name of the project that it uses
record Program(Process process, String project) {
  /// Returns when the test runs.
  static Program start() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var name = output.readLine();
    if (name == null) {
      throw new IllegalStateException("the program has ended");
    }
    return new Program(process, name);
  }

  public static void main(String[] arguments) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(Cases.Endless.class))
            .build();
    LauncherFactory.create().execute(request);
  }
}
