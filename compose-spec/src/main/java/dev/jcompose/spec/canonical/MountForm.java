package dev.jcompose.spec.canonical;

import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Mounts: `[SOURCE:]TARGET[:OPTIONS]`.
final class MountForm {
  private static final List<String> PROPAGATIONS =
      List.of("rprivate", "private", "rshared", "shared", "rslave", "slave");

  /// What engines take by now without doing anything about it.
  private static final List<String> CONSISTENCIES = List.of("cached", "delegated", "consistent");

  private static final List<String> ALL_OPTIONS =
      List.of(
          "ro",
          "rw",
          "nocopy",
          "z",
          "Z",
          "rprivate",
          "private",
          "rshared",
          "shared",
          "rslave",
          "slave",
          "cached",
          "delegated",
          "consistent");

  private final Node node;
  private final Place at;

  private boolean readOnly;
  private boolean noCopy;
  private Optional<String> propagation = Optional.empty();
  private Optional<String> selinux = Optional.empty();

  private MountForm(Node node, Place at) {
    this.node = node;
    this.at = at;
  }

  static Node mount(Node node, Place at) {
    return node instanceof Node.Text(String text, var _)
        ? new MountForm(node, at).parse(text)
        : node;
  }

  private Node parse(String text) {
    if (text.isEmpty()) {
      at.error("bad-mount", "the mount is empty", node);
      return node;
    }
    if (text.length() <= 2) {
      return start("volume", "", text).mapping();
    }
    List<String> parts = parts(text);
    if (parts.stream().anyMatch(String::isEmpty)) {
      at.error("bad-mount", "\"" + text + "\" has nothing between two colons", node);
      return node;
    }
    if (parts.size() > 3) {
      at.error(
          "bad-mount",
          "\"" + text + "\" has too many parts",
          node,
          "Write `SOURCE:TARGET:OPTIONS`, or the long form for paths with a colon.");
      return node;
    }
    if (parts.size() == 3) {
      for (String option : parts.get(2).split(",", -1)) {
        option(option);
      }
    }
    return parts.size() == 1
        ? volume("", parts.getFirst())
        : isPath(parts.getFirst())
            ? bind(parts.getFirst(), parts.get(1))
            : volume(parts.getFirst(), parts.get(1));
  }

  private void option(String option) {
    if (PROPAGATIONS.contains(option)) {
      propagation = Optional.of(option);
    } else if (option.equals("z") || option.equals("Z")) {
      selinux = Optional.of(option);
    } else if (option.equals("ro") || option.equals("rw")) {
      readOnly = option.equals("ro");
    } else if (option.equals("nocopy")) {
      noCopy = true;
    } else if (!CONSISTENCIES.contains(option)) {
      at.warning(
          "unknown-mount-option",
          "\"" + option + "\" is not an option of a mount, so it is left out",
          node,
          NearestWord.hint(option, ALL_OPTIONS)
              .orElse("It is one of `" + String.join("`, `", ALL_OPTIONS) + "`."));
    }
  }

  private Node bind(String source, String target) {
    return start("bind", source, target)
        .put("bind", bindOptions().flag("create_host_path", true).mapping())
        .mapping();
  }

  private Node volume(String source, String target) {
    Nodes mount = start("volume", source, target);
    Nodes bind = bindOptions();
    if (!bind.isEmpty()) {
      mount.put("bind", bind.mapping());
    }
    Nodes volume = Nodes.at(node);
    if (noCopy) {
      volume.flag("nocopy", true);
    }
    return mount.put("volume", volume.mapping()).mapping();
  }

  private Nodes start(String type, String source, String target) {
    Nodes mount = Nodes.at(node).text("type", type);
    if (!source.isEmpty()) {
      mount.text("source", source);
    }
    mount.text("target", TargetPath.clean(target));
    if (readOnly) {
      mount.flag("read_only", true);
    }
    return mount;
  }

  private Nodes bindOptions() {
    Nodes bind = Nodes.at(node);
    selinux.ifPresent(label -> bind.text("selinux", label));
    propagation.ifPresent(word -> bind.text("propagation", word));
    return bind;
  }

  /// Cut at colons, but not at one of a drive, nor inside `${…}`.
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int variables = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith("${", i)) {
        variables++;
      } else if (c == '}' && variables > 0) {
        variables--;
      } else if (c == ':' && variables == 0 && !isDrive(text, start, i)) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /// Whether a drive begins at `start`: `C:\` or `C:/`.
  private static boolean isDrive(String text, int start, int colon) {
    return colon == start + 1
        && Character.isLetter(text.charAt(start))
        && colon + 1 < text.length()
        && "\\/".indexOf(text.charAt(colon + 1)) >= 0;
  }

  private static boolean isPath(String source) {
    return ".~/".indexOf(source.charAt(0)) >= 0
        || source.startsWith("\\\\")
        || isDrive(source, 0, source.indexOf(':'));
  }
}
