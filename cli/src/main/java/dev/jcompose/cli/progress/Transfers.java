package dev.jcompose.cli.progress;

import dev.jcompose.cli.text.Sizes;
import dev.jcompose.executor.ImageProgress;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How far images have come on their way from or to a registry, the layers of each taken together.
final class Transfers {
  private static final Set<String> MOVING = Set.of("Downloading", "Pushing");
  private static final Set<String> THERE =
      Set.of("Pull complete", "Already exists", "Pushed", "Layer already exists");
  private static final String TAKEN_OVER = "Mounted from ";

  private final Map<String, Map<String, Layer>> images = new HashMap<>();
  private final Bars bars = new Bars();

  /// @param total bytes; 0 when the engine has not said
  private record Layer(long current, long total, boolean isThere) {
    static final Layer NEW = new Layer(0, 0, false);

    Layer after(ImageProgress progress) {
      var status = progress.status();
      if (MOVING.contains(status) && progress.total() > 0) {
        return new Layer(Math.min(progress.current(), progress.total()), progress.total(), false);
      }
      boolean ends = THERE.contains(status) || status.startsWith(TAKEN_OVER);
      boolean moved = ends || status.equals("Download complete") || status.equals("Extracting");
      return new Layer(moved ? total : current, total, ends);
    }
  }

  /// What there is to say of an image after this, e.g. `━━━─────── 12.3MB/45.6MB 2/5 layers`; the
  /// engine's own words as long as no layer is known.
  String after(String image, ImageProgress progress) {
    if (progress.layer().isEmpty()) {
      return progress.status();
    }
    var layers = images.computeIfAbsent(image, _ -> new LinkedHashMap<>());
    var id = progress.layer().get();
    layers.put(id, layers.getOrDefault(id, Layer.NEW).after(progress));
    var there = layers.values().stream().filter(Layer::isThere).count();
    var current = layers.values().stream().mapToLong(Layer::current).sum();
    var total = layers.values().stream().mapToLong(Layer::total).sum();
    var bytes = total == 0 ? "" : Sizes.decimal(current) + "/" + Sizes.decimal(total) + " ";
    return bars.of(image, current, expected(layers.values(), total))
        + " "
        + bytes
        + there
        + "/"
        + layers.size()
        + " layers";
  }

  /// All bytes, if layers of which nothing was said yet are as large as the others are on average.
  private static long expected(Collection<Layer> layers, long total) {
    long sized = layers.stream().filter(layer -> layer.total() > 0).count();
    long unknown = layers.stream().filter(layer -> layer.total() == 0 && !layer.isThere()).count();
    return sized == 0 ? 0 : total + unknown * total / sized;
  }

  /// What there is to say of it in the end, e.g. `5 layers 45.6MB`.
  String whole(String image) {
    var layers = images.get(image);
    if (layers == null) {
      return "";
    }
    var total = layers.values().stream().mapToLong(Layer::total).sum();
    var count = layers.size() == 1 ? "1 layer" : layers.size() + " layers";
    return count + (total == 0 ? "" : " " + Sizes.decimal(total));
  }
}
