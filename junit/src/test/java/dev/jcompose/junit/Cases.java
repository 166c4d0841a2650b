package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.Address;
import dev.jcompose.LoadedProject;
import dev.jcompose.Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Tests as users write them, which other tests run.
@SuppressWarnings("NullAway.Init") // The extension writes the fields.
final class Cases {
  private static final String WEB = "src/test/compose/web.yaml";

  private Cases() {}

  /// The names of the projects that the tests had, each time one of them asked.
  static final List<String> PROJECTS = new CopyOnWriteArrayList<>();

  /// The ids of the containers that the tests had.
  static final List<String> CONTAINERS = new CopyOnWriteArrayList<>();

  private static void note(LoadedProject project) throws InterruptedException {
    PROJECTS.add(project.name());
    CONTAINERS.addAll(project.service("web").containerIds());
  }

  private static String read(URL url) throws IOException {
    try (var answer = url.openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ComposeProject(value = WEB, env = "TAG=1.2")
  static class PerClass {
    @Port("web:80")
    private static int port;

    @Url("http://web:80/index.html")
    private URL page;

    @ComposeService("web")
    private Service web;

    @BeforeAll
    static void fieldsOfTheClassAreSetBefore(@Port("web:80") Address address) {
      assertThat(port).isEqualTo(address.port());
    }

    @Test
    void fieldsAreSet(LoadedProject project) throws Exception {
      note(project);
      assertThat(read(page)).isEqualTo("it works\n");
      assertThat(web.exec("sh", "-c", "echo $TAG").output()).isEqualTo("1.2\n");
    }

    @Test
    void parametersAreSet(
        LoadedProject project,
        @Port("web:80") InetSocketAddress socket,
        @Port("web:80") String text,
        @Url("http://web:80/") URI uri)
        throws Exception {
      note(project);
      assertThat(socket.getPort()).isEqualTo(port);
      assertThat(text).isEqualTo("127.0.0.1:" + port);
      assertThat(uri).hasPort(port);
    }

    @Nested
    class Within {
      @Port("web:80")
      private int same;

      @Test
      void nestedClassesUseTheSame(LoadedProject project) throws Exception {
        note(project);
        assertThat(same).isEqualTo(port);
        assertThat(web.isRunning()).isTrue();
      }
    }
  }

  @ComposeProject(WEB)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {
    @Port("web:80")
    private int port;

    @BeforeAll
    void fieldsAreSetBefore() {
      assertThat(port).isPositive();
    }

    @Test
    void fieldsAreSet(@Port("web:80") int same) {
      assertThat(port).isEqualTo(same);
    }
  }

  @ComposeProject(value = WEB, lifecycle = Lifecycle.PER_TEST)
  static class PerTest {
    @Url("http://web:80/index.html")
    private URL page;

    @Test
    void first(LoadedProject project) throws Exception {
      note(project);
      assertThat(read(page)).isEqualTo("it works\n");
    }

    @Test
    void second(LoadedProject project) throws Exception {
      note(project);
      assertThat(read(page)).isEqualTo("it works\n");
    }
  }

  @ComposeProject(value = WEB, lifecycle = Lifecycle.PER_TEST)
  static class TooEarly {
    TooEarly(@Port("web:80") int port) {
      assertThat(port).isPositive();
    }

    @Test
    void isNeverRun() {}
  }

  @ComposeProject(value = WEB, lifecycle = Lifecycle.SHARED)
  static class SharedOne {
    @Test
    void uses(LoadedProject project) throws Exception {
      note(project);
    }
  }

  @ComposeProject(value = WEB, lifecycle = Lifecycle.SHARED)
  static class SharedTwo {
    @Test
    void uses(LoadedProject project) throws Exception {
      note(project);
    }
  }

  @ComposeProject(WEB)
  static class Failing {
    @Test
    void fails(LoadedProject project) throws Exception {
      note(project);
      throw new AssertionError("as it should");
    }

    @Test
    void passes() {}
  }

  @ComposeProject("src/test/compose/broken.yaml")
  static class Broken {
    @Test
    void isNeverRun() {}
  }

  @ComposeProject(
      value = "src/test/compose/slow.yaml",
      timeoutSeconds = 4,
      await = @Await(service = "web", log = "never"))
  static class InVain {
    @Test
    void isNeverRun() {}
  }

  @ComposeProject(WEB)
  static class Unfit {
    @Port("web:80")
    private static Thread port;

    @Test
    void isNeverRun() {
      assertThat(port).isNotNull();
    }
  }

  @ComposeProject(WEB)
  static class Endless {
    @Test
    @SuppressWarnings("SystemOut")
    void waitsForItsEnd(LoadedProject project) throws InterruptedException {
      System.out.println(project.name());
      new CountDownLatch(1).await();
    }
  }
}
