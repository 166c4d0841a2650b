package dev.jcompose.cli.progress;

import dev.jcompose.cli.text.Sizes;
import dev.jcompose.executor.ImageProgress;
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

  /// What there is to say of an image after this, e.g. `2/5 layers 12.3MB/45.6MB`; the engine's own
  /// words as long as no layer is known.
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
    var bytes = total == 0 ? "" : " " + Sizes.decimal(current) + "/" + Sizes.decimal(total);
    return there + "/" + layers.size() + " layers" + bytes;
  }
}
