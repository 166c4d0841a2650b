package dev.jcompose.spec.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.remote.LocalCopy;
import dev.jcompose.spec.remote.RemoteException;
import dev.jcompose.spec.remote.RemoteReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("dev.jcompose.spec.git.GitServer#isPossible")
final class GitRepositoriesTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int LOADS = 8;

  @TempDir Path folder;

  private GitServer server;
  private String first;

  @BeforeEach
  void serve() throws IOException, InterruptedException {
    server = new GitServer(Files.createDirectory(folder.resolve("srv")));
    server.file("compose.yaml", "first");
    server.file("shop/compose.yml", "shop");
    server.file("shop/docker-compose.yml", "not this one");
    server.file("empty/readme", "nothing");
    Files.writeString(folder.resolve("secret.yaml"), "secret");
    server.link("link.yaml", folder.resolve("secret.yaml"));
    first = server.commit();
    server.git("tag", "v1");
    server.file("compose.yaml", "main");
    server.commit();
    server.git("checkout", "-q", "-b", "dev");
    server.file("compose.yaml", "dev");
    server.commit();
    server.git("checkout", "-q", "main");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SequencedMap<String, String> environment() {
    SequencedMap<String, String> environment = new LinkedHashMap<>(System.getenv());
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return environment;
  }

  private LocalCopy fetch(String rest) throws RemoteException {
    return fetch(new ChildProcesses(), rest);
  }

  private LocalCopy fetch(Programs programs, String rest) throws RemoteException {
    return new GitRepositories(programs, environment(), LIMIT)
        .fetch(RemoteReference.parse(server.address() + rest));
  }

  private String text(String rest) throws RemoteException, IOException {
    return Files.readString(fetch(rest).file());
  }

  private void refuses(ThrowingCallable fetching, String message) {
    assertThatThrownBy(fetching)
        .isInstanceOf(RemoteException.class)
        .hasMessage(message.replace("SERVER", server.address()));
  }

  @Test
  void aRefIsABranchATagOrACommit() throws Exception {
    assertThat(text("")).isEqualTo("main");
    assertThat(text("#main")).isEqualTo("main");
    assertThat(text("#dev")).isEqualTo("dev");
    assertThat(text("?branch=dev")).isEqualTo("dev");
    assertThat(text("#refs/heads/dev")).isEqualTo("dev");
    assertThat(text("#v1")).isEqualTo("first");
    assertThat(text("#" + first)).isEqualTo("first");
  }

  @Test
  void aBranchIsNotMistakenForOneThatEndsAlike() throws Exception {
    server.git("branch", "a/dev", "v1");

    assertThat(text("#dev")).isEqualTo("dev");
  }

  @Test
  void aPathIsAFileOrAFolderWithOneOfTheUsualNames() throws Exception {
    assertThat(text("#main:shop")).isEqualTo("shop");
    assertThat(text("#:shop/docker-compose.yml")).isEqualTo("not this one");
    assertThat(text("?subdir=shop#v1")).isEqualTo("shop");
  }

  @Test
  void aCheckoutIsNamedByItsCommitInTheCache() throws Exception {
    assertThat(fetch("#v1").file())
        .isEqualTo(folder.resolve("cache/docker-compose").resolve(first).resolve("compose.yaml"));
  }

  @Test
  void aBranchThatMovedIsFetchedAgain() throws Exception {
    assertThat(text("#main")).isEqualTo("main");
    server.file("compose.yaml", "moved");
    server.commit();

    assertThat(text("#main")).isEqualTo("moved");
  }

  @Test
  void aCommitThatIsHereIsNotAskedForAgain() throws Exception {
    fetch("#" + first);
    server.close();

    assertThat(text("#" + first)).isEqualTo("first");
  }

  @Test
  void aKnownCommitOfABranchIsOnlyLookedUp() throws Exception {
    fetch("#main");
    List<String> verbs = Collections.synchronizedList(new ArrayList<>());
    fetch(
        command -> {
          verbs.add(command.words().get(3));
          return new ChildProcesses().run(command);
        },
        "#main");

    assertThat(verbs).containsExactly("ls-remote");
  }

  @Test
  void severalMayFetchTheSameAtOnce() throws Exception {
    Callable<Path> fetching = () -> fetch("#v1").file();
    List<Path> files = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var file : executor.invokeAll(Collections.nCopies(LOADS, fetching))) {
        files.add(file.get());
      }
    }

    assertThat(files).hasSize(LOADS).containsOnly(files.getFirst());
    try (Stream<Path> left = Files.list(folder.resolve("cache/docker-compose"))) {
      assertThat(left).containsExactly(files.getFirst().getParent());
    }
  }

  @Test
  void whatAnotherProgramLeftHalfwayIsReplaced() throws Exception {
    Path broken = folder.resolve("cache/docker-compose").resolve(first);
    Files.createDirectories(broken.resolve(".git"));
    Files.writeString(broken.resolve(".git/HEAD"), "ref: refs/heads/master\n");

    assertThat(text("#v1")).isEqualTo("first");
  }

  @Test
  void whatIsNotThereIsSaid() {
    refuses(() -> fetch("#nope"), "SERVER has no branch or tag `nope`");
    refuses(() -> fetch("#main:nope"), "there is no nope in the repository");
    refuses(() -> fetch("#main:empty"), "there is no Compose file in empty");
    refuses(
        () -> fetch("x#main"),
        "cannot read SERVERx: remote error: access denied or repository not exported: /x.gitx");
  }

  @Test
  void anAbbreviatedCommitGetsAHint() {
    assertThatThrownBy(() -> fetch("#" + first.substring(0, 7)))
        .isInstanceOfSatisfying(
            RemoteException.class,
            e -> assertThat(e.hint()).contains("A commit is named by all of its 40 digits."));
  }

  @Test
  void linksOutOfTheRepositoryAreNotFollowed() {
    refuses(() -> fetch("#main:link.yaml"), "link.yaml is a link that leads out of the repository");
  }

  @Test
  void aServerThatIsNotThereIsReportedInGitsWords() {
    server.close();

    assertThatThrownBy(() -> fetch("#main"))
        .isInstanceOf(RemoteException.class)
        .hasMessageStartingWith("cannot read " + server.address() + ": unable to connect to")
        .hasMessageContaining("Connection refused");
  }

  @Test
  void theEnvironmentMayTurnItOff() throws Exception {
    SequencedMap<String, String> environment = environment();
    environment.put("COMPOSE_EXPERIMENTAL_GIT_REMOTE", "false");
    RemoteReference reference = RemoteReference.parse(server.address());

    refuses(
        () -> new GitRepositories(environment).fetch(reference),
        "files in git repositories are turned off by `COMPOSE_EXPERIMENTAL_GIT_REMOTE`");
  }

  @Test
  void aRepositoryAroundTheCallerIsOfNoConcern() throws Exception {
    SequencedMap<String, String> environment = environment();
    environment.put("GIT_DIR", folder.resolve("elsewhere").toString());
    environment.put("GIT_WORK_TREE", folder.resolve("elsewhere").toString());
    LocalCopy copy =
        new GitRepositories(environment).fetch(RemoteReference.parse(server.address() + "#v1"));

    assertThat(copy.file()).hasContent("first");
  }

  @Test
  void missingGitIsSaid() {
    Programs missing =
        command -> {
          List<String> words = new ArrayList<>(command.words());
          words.set(0, folder.resolve("no-git").toString());
          return new ChildProcesses()
              .run(
                  new Programs.Command(
                      words, command.directory(), command.environment(), command.limit()));
        };

    refuses(() -> fetch(missing, "#main"), "the program `git` cannot be started");
  }

  @Test
  void gitIsGivenALimitedTime() {
    refuses(
        () ->
            fetch(
                _ -> {
                  throw new TimeoutException();
                },
                "#main"),
        "git takes longer than 60 seconds");
  }

  @Test
  void registriesAreRefusedInWords() {
    refuses(
        () -> new GitRepositories(environment()).fetch(new RemoteReference.Oci("host/x")),
        "files in registries cannot be read yet, only those in git repositories");
  }

  @Test
  void aProgramThatTakesTooLongIsKilledWithItsChildren() throws Exception {
    Programs.Command slow = sleeping(Duration.ofSeconds(1));

    assertThatThrownBy(() -> new ChildProcesses().run(slow)).isInstanceOf(TimeoutException.class);
    awaitSleepers(false);
  }

  @Test
  void anInterruptKillsTheProgram() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread running =
        Thread.ofPlatform()
            .start(() -> {
              try {
                new ChildProcesses().run(sleeping(LIMIT));
              } catch (IOException | InterruptedException | TimeoutException e) {
                ended.complete(e);
              }
            });
    awaitSleepers(true);
    running.interrupt();

    assertThat(ended.get(LIMIT.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(InterruptedException.class);
    awaitSleepers(false);
  }

  private Programs.Command sleeping(Duration limit) {
    return new Programs.Command(
        List.of("sh", "-c", "sleep 3599 & wait"), folder, Ordered.map(environment()), limit);
  }

  /// A killed process may take a moment to be gone.
  private static void awaitSleepers(boolean wanted) throws InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (ProcessHandle.current().descendants().anyMatch(GitRepositoriesTest::sleeps) != wanted) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(10);
    }
  }

  private static boolean sleeps(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().orElse("").contains("sleep 3599");
  }
}
