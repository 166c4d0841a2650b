package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.Window;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Labels;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `events`: what happens to the containers of the project.
@Command(
    name = "events",
    header = "Show what happens to containers",
    description = {
      "Shows what happens from now on, until Ctrl-C; with --until, up to that time.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose events --json web               what happens to web, for programs",
      "  jcompose events --since 10m --until 0s   the last ten minutes"
    })
final class EventsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  /// With as many digits of the second as are needed.
  private static final DateTimeFormatter JSON_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(names = "--json", description = "Show a JSON object a line.")
  boolean json;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "From that time on: 2026-01-02T13:23:37Z, or 42m ago.")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "WHEN", description = "Up to that time, and no longer.")
  @Nullable String until;

  EventsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var window = new Window(time("--since", since), time("--until", until));
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      session.engine().events(target.name(), window, this::print);
    }
    return ExitCode.OK;
  }

  private Optional<Instant> time(String option, @Nullable String text) {
    var now = context.host().clock().instant();
    return Optional.ofNullable(text).map(words -> TimeText.parse(option, words, now));
  }

  private void print(ContainerEvent event) {
    var service = event.attributes().getOrDefault(Labels.SERVICE, "");
    if (services.names.isEmpty() || services.services().contains(new ServiceName(service))) {
      context.print(json ? json(event, service) : text(event));
    }
  }

  private static String text(ContainerEvent event) {
    var attributes =
        attributes(event).entrySet().stream()
            .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
            .collect(Collectors.joining(", "));
    return "%s container %s %s (%s)"
        .formatted(TIME.format(event.time()), action(event), event.container().value(), attributes);
  }

  private static String json(ContainerEvent event, String service) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("action", action(event));
    fields.put("attributes", attributes(event));
    fields.put("id", event.container().value());
    fields.put("service", service);
    fields.put("time", JSON_TIME.format(event.time()));
    fields.put("type", "container");
    return JsonText.of(fields);
  }

  /// With the second word that some actions have: `exec_create: sh`.
  private static String action(ContainerEvent event) {
    var more = event.attributes().get(event.action());
    return more == null ? event.action() : event.action() + ": " + more;
  }

  /// Without the labels that only we read, and the action's second word.
  private static SequencedMap<String, String> attributes(ContainerEvent event) {
    var attributes = new TreeMap<>(event.attributes());
    attributes.remove(event.action());
    attributes.keySet().removeIf(Labels::isInternal);
    return attributes;
  }
}
