package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.text.Ages;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.cli.text.Sizes;
import dev.jcompose.cli.text.Table;
import dev.jcompose.executor.access.ImageSummary;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.ObservedContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `images`: what the containers of the project were made from.
@Command(
    name = "images",
    header = "List the images of containers",
    description = {
      "Lists the images that the containers of the project were made from, running or not.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose images                 what the containers were made from",
      "  jcompose images -q web          the id of web's image",
      "  jcompose images --format json   for programs"
    })
final class ImagesCommand implements Callable<Integer> {
  private static final Table.Spacing SPACING = new Table.Spacing(20, 3);
  private static final String TABLE =
      "{{.Container}}\t{{.Repository}}\t{{.Tag}}\t{{.Platform}}\t{{.ID}}\t{{.Size}}\t{{.Created}}";
  private static final Map<String, String> HEADINGS = Map.of("ID", "IMAGE ID");
  private static final String NONE = "<none>";

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show ids only.")
  boolean quiet;

  @Option(names = "--format", paramLabel = "FORM", description = "table, json, or a template.")
  String format = "table";

  ImagesCommand(Context context) {
    this.context = context;
  }

  /// A container, and its image if that is still there.
  private record Line(ObservedContainer container, Optional<ImageSummary> image) {}

  @Override
  public Integer call() throws InterruptedException {
    var listing = Listing.of(format, HEADINGS, TABLE).spaced(SPACING);
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      var containers =
          session.engine().containers(target.name()).stream().filter(services::include).toList();
      var images = new LinkedHashMap<ImageId, Optional<ImageSummary>>();
      for (var container : containers) {
        var id = container.image().id();
        if (!images.containsKey(id)) {
          images.put(id, session.engine().access().image(id.value()));
        }
      }
      var lines =
          containers.stream()
              .map(container ->
                  new Line(
                      container, images.getOrDefault(container.image().id(), Optional.empty())))
              .toList();
      if (quiet) {
        images.keySet().forEach(id -> context.print(hexadecimal(id)));
      } else if (listing.isJson()) {
        context.print(JsonText.of(lines.stream().map(ImagesCommand::json).toList()));
      } else {
        listing.print(context, lines.stream().map(this::row).toList());
      }
    }
    return ExitCode.OK;
  }

  private static SequencedMap<String, Object> json(Line line) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("ID", line.container.image().id().value());
    fields.put("ContainerName", line.container.name());
    fields.put("Repository", named(line).map(name -> name.getFirst()).orElse(""));
    fields.put("Tag", named(line).map(name -> name.getLast()).orElse(""));
    fields.put("Platform", line.image.map(ImageSummary::platform).orElse(""));
    fields.put("Size", line.image.map(ImageSummary::size).orElse(0L));
    line.image
        .flatMap(ImageSummary::lastTagged)
        .ifPresent(time -> fields.put("LastTagTime", time.toString()));
    return fields;
  }

  private SequencedMap<String, Object> row(Line line) {
    var now = context.host().clock().instant();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("Container", line.container.name());
    fields.put("Repository", named(line).map(name -> name.getFirst()).orElse(NONE));
    fields.put("Tag", named(line).map(name -> name.getLast()).orElse(NONE));
    fields.put("Platform", line.image.map(ImageSummary::platform).orElse(""));
    fields.put("ID", hexadecimal(line.container.image().id()).substring(0, 12));
    fields.put("Size", Sizes.decimal(line.image.map(ImageSummary::size).orElse(0L)));
    fields.put(
        "Created",
        line.image.flatMap(ImageSummary::lastTagged).map(time -> ago(time, now)).orElse("N/A"));
    return fields;
  }

  private static String ago(Instant time, Instant now) {
    return Ages.inWords(Duration.between(time, now)) + " ago";
  }

  /// Repository and tag: of the name the container was made from if the image still has it.
  private static Optional<List<String>> named(Line line) {
    var tags = line.image.map(ImageSummary::tags).orElse(List.of());
    var reference = line.container.image().reference();
    return tags.stream()
        .filter(tag -> tag.equals(reference) || tag.equals(reference + ":latest"))
        .findFirst()
        .or(() -> tags.stream().findFirst())
        .map(tag -> List.of(tag.substring(0, colon(tag)), tag.substring(colon(tag) + 1)));
  }

  private static int colon(String tag) {
    return tag.lastIndexOf(':');
  }

  private static String hexadecimal(ImageId id) {
    return id.value().substring(id.value().indexOf(':') + 1);
  }
}
