package dev.jcompose.spec.bind;

import dev.jcompose.model.Command;
import dev.jcompose.model.EnvFile;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Hooks;
import dev.jcompose.model.ModelBinding;
import dev.jcompose.model.User;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.scalar.ShellWords;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;

/// Binds what runs inside the container, and the commands run around its life.
final class ExecutionBinder {
  private ExecutionBinder() {}

  static Execution bind(Attributes service) {
    return new Execution(
        command(service, "command"),
        command(service, "entrypoint"),
        service.variables("environment"),
        service.mappings("env_file").stream().flatMap(file -> envFile(file).stream()).toList(),
        service.text("working_dir"),
        new User(service.text("user"), service.texts("group_add")),
        service.flag("tty"),
        service.flag("stdin_open"),
        service.optionalFlag("init"),
        service.each("models", ExecutionBinder::model));
  }

  private static Optional<EnvFile> envFile(Attributes file) {
    return file.file("path")
        .map(path ->
            new EnvFile(path, file.optionalFlag("required").orElse(true), file.text("format")));
  }

  private static ModelBinding model(Attributes model) {
    return new ModelBinding(
        model.text("endpoint_var"), model.text("model_var"), model.stated(), model.extensions());
  }

  static Hooks hooks(Attributes service) {
    return new Hooks(
        service.mappings("pre_start").stream().map(ExecutionBinder::hook).toList(),
        service.mappings("post_start").stream().map(ExecutionBinder::hook).toList(),
        service.mappings("pre_stop").stream().map(ExecutionBinder::hook).toList());
  }

  static Hook hook(Attributes hook) {
    return new Hook(
        command(hook, "command"),
        hook.text("image"),
        hook.text("user"),
        hook.flag("privileged"),
        hook.text("working_dir"),
        hook.variables("environment"),
        hook.flag("per_replica"),
        hook.extensions());
  }

  /// A list is taken as it is, text is cut into words; empty text clears what the image says.
  static Command command(Attributes attributes, String key) {
    Optional<Node> node = attributes.get(key);
    if (node.isEmpty()) {
      return new Command.FromImage();
    }
    if (node.get() instanceof Node.Text(String line, var span)) {
      Optional<ShellWords.Cut> cut = ShellWords.cut(line);
      if (cut.isEmpty()) {
        attributes
            .problems()
            .add(
                Diagnostic.error(
                    "bad-command",
                    "a quote or a parenthesis in the command has no partner",
                    span,
                    attributes.path().child(key)));
      }
      cut.filter(words -> !words.dropped().isEmpty())
          .ifPresent(words -> warnOfDropped(attributes, key, node.get(), words.dropped()));
      return new Command.Words(cut.map(ShellWords.Cut::words).orElse(List.of()));
    }
    return new Command.Words(attributes.texts(key));
  }

  private static void warnOfDropped(Attributes attributes, String key, Node node, String dropped) {
    attributes
        .problems()
        .add(
            Diagnostic.warning(
                    "command-cut-short",
                    "the command ends before \"" + dropped.strip() + "\": no shell runs it",
                    node.span(),
                    attributes.path().child(key))
                .withHint("Write `[\"sh\", \"-c\", \"…\"]` to have a shell run it."));
  }
}
