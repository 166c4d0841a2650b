package dev.jcompose.planner;

import dev.jcompose.model.FileGrant;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Sensitive;
import dev.jcompose.model.Service;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What the configs and secrets of a service hold, as far as it can be read.
///
/// A container remembers it in the label {@link Labels#FILES}: `1:SALT:SECRETS:KEY=CONFIG,…`. A
/// config is a salted digest. All secrets together are one slow salted digest, so that not one of
/// them can be guessed without the others.
///
/// @param configs by key
/// @param secrets by key
/// @param complete whether the content of every secret is known
public record FileContents(
    SequencedMap<String, ContentDigest> configs,
    SequencedMap<String, ContentDigest> secrets,
    boolean complete) {
  /// No configs and no secrets.
  public static final FileContents NONE = new FileContents(Ordered.map(), Ordered.map(), true);

  /// The size of the salt for {@link #label}.
  public static final int SALT_BYTES = 16;

  private static final Pattern LABEL =
      Pattern.compile("1:([0-9a-f]{32}):([0-9a-f]{32})?:((?:[^=,]+=[0-9a-f]{32},?)*)");
  private static final int ROUNDS = 20_000;
  private static final int BITS = 128;

  public FileContents {
    configs = Ordered.map(configs);
    secrets = Ordered.map(secrets);
  }

  /// Those of a service.
  ///
  /// @param hostFiles what {@link ObservedState#hostFiles()} has
  public static FileContents of(
      Project project, Service service, SequencedMap<Path, ContentDigest> hostFiles) {
    var configs = new TreeMap<String, ContentDigest>();
    for (FileGrant grant : service.storage().configs()) {
      Optional.ofNullable(project.configs().get(grant.source()))
          .flatMap(config -> digest(config.source(), hostFiles))
          .ifPresent(digest -> configs.put(grant.source(), digest));
    }
    var secrets = new TreeMap<String, ContentDigest>();
    for (FileGrant grant : service.storage().secrets()) {
      Optional.ofNullable(project.secrets().get(grant.source()))
          .flatMap(secret -> digest(secret.source(), hostFiles))
          .ifPresent(digest -> secrets.put(grant.source(), digest));
    }
    var wanted = service.storage().secrets().stream().map(FileGrant::source).distinct().count();
    return new FileContents(configs, secrets, wanted == secrets.size());
  }

  private static Optional<ContentDigest> digest(
      FileSource source, SequencedMap<Path, ContentDigest> hostFiles) {
    return switch (source) {
      case FileSource.HostFile(Path path) -> Optional.ofNullable(hostFiles.get(path));
      case FileSource.Inline(String text) -> Optional.of(ContentDigest.of(text));
      case FileSource.FromEnvironment(_, Optional<Sensitive> value) ->
          value.map(text -> ContentDigest.of(text.reveal()));
      case FileSource.External() -> Optional.empty();
    };
  }

  /// Whether there is nothing to remember.
  public boolean isEmpty() {
    return configs.isEmpty() && secrets.isEmpty();
  }

  /// The label for a new container.
  ///
  /// @param salt {@link #SALT_BYTES} random bytes
  public String label(byte[] salt) {
    var parts = new ArrayList<String>();
    configs.forEach((key, digest) -> parts.add(key + "=" + config(salt, digest)));
    return "1:"
        + HexFormat.of().formatHex(salt)
        + ":"
        + (complete && !secrets.isEmpty() ? secrets(salt) : "")
        + ":"
        + String.join(",", parts);
  }

  /// What holds something else than when that label was written, e.g. `config motd`. What the label
  /// does not know, and a label that cannot be read, say nothing.
  public List<String> changed(String label) {
    Matcher known = LABEL.matcher(label);
    if (!known.matches()) {
      return List.of();
    }
    var salt = HexFormat.of().parseHex(known.group(1));
    var changed = new ArrayList<String>();
    for (String part : known.group(3).split(",", -1)) {
      var equals = part.indexOf('=');
      var digest = equals < 0 ? null : configs.get(part.substring(0, equals));
      if (digest != null && !config(salt, digest).equals(part.substring(equals + 1))) {
        changed.add("config " + part.substring(0, equals));
      }
    }
    var before = Optional.ofNullable(known.group(2));
    if (complete && before.isPresent() && !before.get().equals(secrets(salt))) {
      var keys = String.join(", ", secrets.keySet());
      changed.add(secrets.size() == 1 ? "secret " + keys : "one of the secrets " + keys);
    }
    return changed;
  }

  private static String config(byte[] salt, ContentDigest digest) {
    var salted = ContentDigest.sha256();
    salted.update(salt);
    salted.update(digest.reveal().getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(salted.digest(), 0, BITS / Byte.SIZE);
  }

  private String secrets(byte[] salt) {
    var all = new StringBuilder();
    secrets.forEach((key, digest) -> all.append(key).append('=').append(digest.reveal()));
    try {
      var key = new PBEKeySpec(all.toString().toCharArray(), salt, ROUNDS, BITS);
      var slow = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key);
      return HexFormat.of().formatHex(slow.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    }
  }
}
