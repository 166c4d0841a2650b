package dev.jcompose.executor.bake;

import dev.jcompose.executor.BakeOptions;
import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.JointBuilder;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import dev.jcompose.planner.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Builds by `buildx bake`, one process for all images.
public final class Buildx implements JointBuilder {
  /// The oldest version that knows all that is asked of it.
  public static final String OLDEST = "0.17";

  private static final Pattern VERSION = Pattern.compile("\\bv?(\\d+)\\.(\\d+)\\.\\d+");
  private static final int OLDEST_MINOR = 17;

  /// Set to 0 it keeps from asking about files outside of the folder it runs in: the Compose file
  /// has named them.
  private static final String FILE_CHECKS = "BUILDX_BAKE_ENTITLEMENTS_FS";

  private final BuildxProgram program;

  private Buildx(BuildxProgram program) {
    this.program = program;
  }

  /// The plugin that one finds with these variables; none when it is not installed or too old, or
  /// when `DOCKER_BUILDKIT` is 0.
  public static Optional<Buildx> find(SequencedMap<String, String> environment)
      throws InterruptedException {
    var found = BuildxProgram.find(environment);
    return isUnwanted(environment) || found.isEmpty() || !isNewEnough(found.get())
        ? Optional.empty()
        : Optional.of(new Buildx(found.get()));
  }

  private static boolean isUnwanted(SequencedMap<String, String> environment) {
    return List.of("0", "f", "false").contains(environment.getOrDefault("DOCKER_BUILDKIT", ""));
  }

  /// A version that is not told, as of one that somebody has built himself, counts as new.
  private static boolean isNewEnough(BuildxProgram program) throws InterruptedException {
    var said = new StringBuilder();
    int status = program.run(List.of("version"), new LinkedHashMap<>(), "", _ -> {}, said::append);
    Matcher version = VERSION.matcher(said);
    return status == 0
        && (!version.find()
            || Integer.parseInt(version.group(1)) > 0
            || Integer.parseInt(version.group(2)) >= OLDEST_MINOR);
  }

  @Override
  public void build(List<Operation.BuildImage> builds, BuildOptions options, Listener listener)
      throws InterruptedException {
    var file = BakeFile.of(builds, options, program.environment());
    Path metadata = metadataFile();
    try {
      var words = words(file, options.bake());
      words.add("--metadata-file");
      words.add(metadata.toString());
      var progress = new BakeProgress(file, listener);
      int status = run(file, words, progress::take, _ -> {});
      if (status == 0) {
        tellDigests(file, metadata, listener);
        progress.succeeded();
      } else {
        progress.failed(status);
      }
    } finally {
      delete(metadata);
    }
  }

  @Override
  public boolean check(
      List<Operation.BuildImage> builds, BuildOptions options, Consumer<String> output)
      throws InterruptedException {
    var file = BakeFile.of(builds, options, program.environment(), BakeFile.Purpose.CHECK);
    var errors = new ArrayList<String>();
    int status =
        run(
            file,
            words(file, options.bake()),
            line -> {
              if (!line.startsWith("{") && !line.isBlank()) {
                errors.add(line);
              }
            },
            output);
    if (status != 0 && !errors.isEmpty()) {
      throw new EngineException(
          EngineException.Kind.OTHER, "cannot check the builds: " + String.join("\n", errors));
    }
    return status == 0;
  }

  private static List<String> words(BakeFile file, BakeOptions options) {
    var words = new ArrayList<>(List.of("bake", "--file", "-", "--progress", "rawjson"));
    for (String entitlement : file.entitlements()) {
      words.addAll(List.of("--allow", entitlement));
    }
    options.builder().ifPresent(builder -> words.addAll(List.of("--builder", builder)));
    options.sbom().ifPresent(sbom -> words.add("--sbom=" + sbom));
    options.provenance().ifPresent(provenance -> words.add("--provenance=" + provenance));
    return words;
  }

  private int run(
      BakeFile file, List<String> words, Consumer<String> errors, Consumer<String> output)
      throws InterruptedException {
    var variables = new LinkedHashMap<>(file.variables());
    variables.put(FILE_CHECKS, "0");
    return program.run(words, variables, file.text(), errors, output);
  }

  /// The digest under which a registry has an image is told nowhere else.
  private static void tellDigests(BakeFile file, Path metadata, Listener listener) {
    JsonValue results;
    try {
      results = JsonValue.parse(Files.readAllBytes(metadata));
    } catch (MalformedJsonException _) {
      return;
    } catch (IOException _) {
      return;
    }
    file.builds()
        .forEach((target, build) -> {
          var digest = results.path(target).path("containerimage.digest").asText();
          if (file.isPushed(build) && !digest.isEmpty()) {
            listener.wrote(build, "pushed " + build.image() + "@" + digest);
          }
        });
  }

  private static Path metadataFile() {
    try {
      return Files.createTempFile("jcompose-build-", ".json");
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.OTHER, "cannot make a temporary file: " + e.getMessage(), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It holds nothing but digests.
    }
  }
}
