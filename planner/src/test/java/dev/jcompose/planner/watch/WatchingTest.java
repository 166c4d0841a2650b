package dev.jcompose.planner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Command;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.WatchRule;
import dev.jcompose.planner.ignore.PathPatterns;
import dev.jcompose.planner.watch.WatchedPath.Ignored;
import dev.jcompose.planner.watch.WatchedPath.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which rules apply to changed files, and what comes of it.
final class WatchingTest {
  private final List<WatchedPath> paths = new ArrayList<>();

  /// A rule of a service about a folder.
  private final class Rule {
    private final String service;
    private final String action;
    private final String path;
    private String target = "/app";
    private String[] ignore = {};
    private String[] include = {};
    private Kind kind = Kind.FOLDER;
    private String context = "";

    Rule(String service, String action, String path) {
      this.service = service;
      this.action = action;
      this.path = path;
    }

    Rule target(String where) {
      target = where;
      return this;
    }

    Rule ignore(String... patterns) {
      ignore = patterns;
      return this;
    }

    Rule include(String... patterns) {
      include = patterns;
      return this;
    }

    Rule kind(Kind other) {
      kind = other;
      return this;
    }

    /// What the build context in `/p` ignores.
    Rule context(String dockerignore) {
      context = dockerignore;
      return this;
    }

    WatchingTest added() {
      var rule =
          new WatchRule(
              Path.of(path),
              action,
              Optional.of(target),
              Optional.of(HOOK).filter(_ -> action.equals("sync+exec")),
              List.of(ignore),
              List.of(include),
              false,
              Extensions.NONE);
      paths.add(
          new WatchedPath(
              new ServiceName(service),
              rule,
              WatchAction.of(rule),
              Path.of(path),
              kind,
              List.of(
                  new Ignored(Path.of("/p"), PathPatterns.parse(context)),
                  new Ignored(Path.of(path), PathPatterns.of(rule.ignore()))),
              PathPatterns.of(rule.include())));
      return WatchingTest.this;
    }
  }

  private static final Hook HOOK =
      new Hook(
          new Command.Words(List.of("reload")),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Ordered.map(),
          false,
          Extensions.NONE);

  private Rule rule(String service, String action, String path) {
    return new Rule(service, action, path);
  }

  /// E.g. `rebuild web; sync web /p/src/a -> /app/a; restart web; exec web reload`.
  private String reaction(String... changed) {
    Reaction reaction = new Watching(paths).reaction(Arrays.stream(changed).map(Path::of).toList());
    var words = new ArrayList<String>();
    reaction.rebuilt().forEach(service -> words.add("rebuild " + service));
    reaction
        .synced()
        .forEach((service, files) ->
            files.forEach(file ->
                words.add("sync " + service + " " + file.source() + " -> " + file.target())));
    reaction.restarted().forEach(service -> words.add("restart " + service));
    reaction
        .executed()
        .forEach((service, hooks) -> words.add("exec " + service + " " + hooks.size()));
    return String.join("; ", words);
  }

  @Test
  void eachActionLeadsToItsOwn() {
    rule("web", "sync", "/p/a").added();
    rule("web", "rebuild", "/p/b").added();
    rule("web", "restart", "/p/c").added();
    rule("web", "sync+restart", "/p/d").added();
    rule("web", "sync+exec", "/p/e").added();

    assertThat(reaction("/p/a/x/y")).isEqualTo("sync web /p/a/x/y -> /app/x/y");
    assertThat(reaction("/p/b/x")).isEqualTo("rebuild web");
    assertThat(reaction("/p/c/x")).isEqualTo("restart web");
    assertThat(reaction("/p/d/x")).isEqualTo("sync web /p/d/x -> /app/x; restart web");
    assertThat(reaction("/p/e/x")).isEqualTo("sync web /p/e/x -> /app/x; exec web 1");
    assertThat(reaction("/p/other", "/p")).isEmpty();
  }

  @Test
  void manyChangesLeadToOneActionOfAKind() {
    rule("web", "sync+exec", "/p").added();
    rule("web", "sync+exec", "/p/src").added();

    assertThat(reaction("/p/src/b", "/p/src/a", "/p/src/b"))
        .isEqualTo(
            "sync web /p/src/a -> /app/src/a; sync web /p/src/b -> /app/src/b;"
                + " sync web /p/src/a -> /app/a; sync web /p/src/b -> /app/b; exec web 1");
  }

  @Test
  void overlappingRulesAndServicesAllApply() {
    rule("web", "sync", "/p").target("/one").added();
    rule("web", "sync", "/p/src").target("/two/").added();
    rule("api", "rebuild", "/p/src").added();

    assertThat(reaction("/p/src/x"))
        .isEqualTo("rebuild api; sync web /p/src/x -> /one/src/x; sync web /p/src/x -> /two/x");
  }

  @Test
  void patternsOfTheRuleBeginAtItsPathAndThoseOfTheContextAtTheContext() {
    rule("web", "sync", "/p/src")
        .ignore("*.tmp", "node_modules/", "/out", "!keep.tmp")
        .context("src/secret\n**/*.log\n")
        .added();

    assertThat(reaction("/p/src/a.tmp", "/p/src/secret", "/p/src/d/e.log", "/p/src/out/x"))
        .isEmpty();
    assertThat(reaction("/p/src/node_modules/x")).isEmpty();
    assertThat(reaction("/p/src/keep.tmp")).isNotEmpty();
    assertThat(reaction("/p/src/d/a.tmp", "/p/src/d/out"))
        .isEqualTo("sync web /p/src/d/a.tmp -> /app/d/a.tmp; sync web /p/src/d/out -> /app/d/out");
  }

  @Test
  void onlyWhatIsIncludedMatters() {
    rule("web", "sync", "/p/src").include("*.html", "css").added();

    assertThat(reaction("/p/src/a.html", "/p/src/css/x", "/p/src/a.js", "/p/src/d/b.html"))
        .isEqualTo("sync web /p/src/a.html -> /app/a.html; sync web /p/src/css/x -> /app/css/x");
  }

  @Test
  void whatEditorsAndGitKeepDoesNotMatter() {
    rule("web", "rebuild", "/p").added();

    assertThat(reaction("/p/.git/index", "/p/a/.git/HEAD", "/p/x~", "/p/.x.swp", "/p/4913"))
        .isEmpty();
    assertThat(reaction("/p/.gitignore")).isEqualTo("rebuild web");
  }

  @Test
  void foldersInWhichNothingCanMatterAreNotWatched() {
    rule("web", "sync", "/p")
        .ignore("node_modules", "out", "!out/keep/*.css")
        .include("web/**/*.css", "node_modules", "out")
        .added();
    var watching = new Watching(paths);

    assertThat(List.of("/p", "/p/web", "/p/web/any/deep", "/p/out", "/p/out/keep"))
        .allMatch(folder -> watching.mayCoverBelow(Path.of(folder)));
    assertThat(List.of("/p/node_modules", "/p/docs", "/p/out/other", "/elsewhere"))
        .noneMatch(folder -> watching.mayCoverBelow(Path.of(folder)));
  }

  @Test
  void aFileHasItsTargetForItself() {
    rule("web", "sync", "/p/conf.ini").target("/etc/conf.ini").kind(Kind.FILE).added();

    assertThat(reaction("/p/conf.ini", "/p/conf.ini2"))
        .isEqualTo("sync web /p/conf.ini -> /etc/conf.ini");
  }

  @Test
  void theTargetOfAWholeFolderIsNeverRemoved() {
    rule("web", "sync", "/p/src").target("/").added();
    rule("web", "sync", "/p/conf").target("/etc/conf").kind(Kind.FILE).added();

    assertThat(
            new Watching(paths)
                .reaction(List.of(Path.of("/p/src"), Path.of("/p/src/x"), Path.of("/p/conf")))
                .synced()
                .get(new ServiceName("web")))
        .containsExactly(
            new SyncedFile(Path.of("/p/src"), "/", SyncedFile.WhenGone.LEFT),
            new SyncedFile(Path.of("/p/src/x"), "/x", SyncedFile.WhenGone.REMOVED),
            new SyncedFile(Path.of("/p/conf"), "/etc/conf", SyncedFile.WhenGone.REMOVED));
  }
}
