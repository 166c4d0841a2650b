package dev.jcompose.executor.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The programs that look after services.
public interface ProviderPrograms {
  /// There are none.
  ProviderPrograms NONE =
      new ProviderPrograms() {
        @Override
        public Optional<Path> find(String type) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> plugin(String name) {
          return Optional.empty();
        }

        @Override
        public Finished run(Call call, Consumer<String> lines) throws IOException {
          throw new IOException("no such program: " + call.program());
        }
      };

  /// A program that is to be run.
  ///
  /// @param project known to the program as `COMPOSE_PROJECT_NAME`
  record Call(Path program, List<String> arguments, String project) {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// How a program ended.
  ///
  /// @param errors the end of what it wrote to its standard error
  record Finished(int status, String errors) {}

  /// The program for a type of provider.
  Optional<Path> find(String type);

  /// The plugin of that name of the docker command line.
  Optional<Path> plugin(String name);

  /// Runs a program with nothing to read to its end. If the thread is interrupted, or the listener
  /// throws, neither it nor what it has started runs on.
  ///
  /// @param lines hears each line of its standard output at once, in the calling thread
  /// @throws IOException if it cannot be started
  Finished run(Call call, Consumer<String> lines) throws IOException, InterruptedException;
}
