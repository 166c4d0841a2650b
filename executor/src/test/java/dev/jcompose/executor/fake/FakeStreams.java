package dev.jcompose.executor.fake;

import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.EventListener;
import dev.jcompose.executor.EventStream;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The open event streams of the fake engine. Guarded by the engine's lock, under which listeners
/// are called.
final class FakeStreams {
  private final List<Stream> open = new ArrayList<>();
  private final List<ContainerEvent> told = new ArrayList<>();

  EventStream open(ProjectName project, EventListener listener, Runnable lock, Runnable unlock) {
    var stream = new Stream(project, listener, lock, unlock);
    open.add(stream);
    return stream;
  }

  int count() {
    return open.size();
  }

  void tell(FakeContainer container, String action, Instant time, Map<String, String> more) {
    var attributes = new LinkedHashMap<>(container.labels);
    attributes.put("name", container.name);
    attributes.put("image", container.spec.image().reference());
    attributes.putAll(more);
    var event = new ContainerEvent(container.id, action, time, Ordered.map(attributes));
    told.add(event);
    for (Stream stream : List.copyOf(open)) {
      if (stream.project.value().equals(container.labels.get(Labels.PROJECT))) {
        stream.listener.happened(event);
      }
    }
  }

  /// What has happened to the containers of a project.
  List<ContainerEvent> past(ProjectName project) {
    return told.stream()
        .filter(event -> project.value().equals(event.attributes().get(Labels.PROJECT)))
        .toList();
  }

  /// All connections break.
  void end() {
    var ended = List.copyOf(open);
    open.clear();
    ended.forEach(stream -> stream.listener.ended());
  }

  private final class Stream implements EventStream {
    private final ProjectName project;
    private final EventListener listener;
    private final Runnable lock;
    private final Runnable unlock;

    Stream(ProjectName project, EventListener listener, Runnable lock, Runnable unlock) {
      this.project = project;
      this.listener = listener;
      this.lock = lock;
      this.unlock = unlock;
    }

    @Override
    public boolean isOpen() {
      lock.run();
      try {
        return open.contains(this);
      } finally {
        unlock.run();
      }
    }

    @Override
    public void close() {
      lock.run();
      try {
        open.remove(this);
      } finally {
        unlock.run();
      }
    }
  }
}
