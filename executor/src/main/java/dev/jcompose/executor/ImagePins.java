package dev.jcompose.executor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/// Finds out what images are exactly, several at a time.
public final class ImagePins {
  private ImagePins() {}

  /// The reference with a digest for each of these images, see {@link Engine#pinned}; each registry
  /// is asked once for each.
  public static SequencedMap<String, String> of(Engine engine, Collection<String> images)
      throws InterruptedException {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(images));
    List<SideBySide.Call<String>> calls = new ArrayList<>();
    distinct.forEach(image -> calls.add(() -> engine.pinned(image)));
    List<String> pinned = SideBySide.all(calls);
    SequencedMap<String, String> pins = new LinkedHashMap<>();
    for (int i = 0; i < distinct.size(); i++) {
      pins.put(distinct.get(i), pinned.get(i));
    }
    return pins;
  }
}
