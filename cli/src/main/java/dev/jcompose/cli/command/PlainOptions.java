package dev.jcompose.cli.command;

/// Which option sets what, for {@link PlainArguments}.
///
/// Written from picocli's annotations by PlainArgumentsTest, which tells how to do it again.
final class PlainOptions {
  private PlainOptions() {}

  static void read(Object to, String name, PlainArguments from) {
    switch (name) {
      case "jcompose" -> jcompose((RootOptions) to, from);
      case "attach" -> attach((AttachCommand) to, from);
      case "build" -> build((BuildCommand) to, from);
      case "commit" -> commit((CommitCommand) to, from);
      case "completion" -> completion((CompletionCommand) to, from);
      case "config" -> config((ConfigCommand) to, from);
      case "cp" -> cp((CpCommand) to, from);
      case "create" -> create((CreateCommand) to, from);
      case "down" -> down((DownCommand) to, from);
      case "events" -> events((EventsCommand) to, from);
      case "exec" -> exec((ExecCommand) to, from);
      case "export" -> export((ExportCommand) to, from);
      case "generate" -> generate((GenerateCommand) to, from);
      case "images" -> images((ImagesCommand) to, from);
      case "kill" -> kill((KillCommand) to, from);
      case "lint" -> lint((LintCommand) to, from);
      case "logs" -> logs((LogsCommand) to, from);
      case "ls" -> ls((LsCommand) to, from);
      case "pause" -> pause((PauseCommand) to, from);
      case "plan" -> plan((PlanCommand) to, from);
      case "plugin" -> plugin((PluginCommand) to, from);
      case "port" -> port((PortCommand) to, from);
      case "ps" -> ps((PsCommand) to, from);
      case "publish" -> publish((PublishCommand) to, from);
      case "pull" -> pull((PullCommand) to, from);
      case "push" -> push((PushCommand) to, from);
      case "restart" -> restart((RestartCommand) to, from);
      case "rm" -> rm((RmCommand) to, from);
      case "run" -> run((RunCommand) to, from);
      case "scale" -> scale((ScaleCommand) to, from);
      case "start" -> start((StartCommand) to, from);
      case "stats" -> stats((StatsCommand) to, from);
      case "stop" -> stop((StopCommand) to, from);
      case "test" -> test((TestCommand) to, from);
      case "top" -> top((TopCommand) to, from);
      case "ui" -> ui((UiCommand) to, from);
      case "unpause" -> unpause((UnpauseCommand) to, from);
      case "up" -> up((UpCommand) to, from);
      case "version" -> version((VersionCommand) to, from);
      case "viz" -> viz((VizCommand) to, from);
      case "volumes" -> volumes((VolumesCommand) to, from);
      case "wait" -> await((WaitCommand) to, from);
      case "watch" -> watch((WatchCommand) to, from);
      default -> from.giveUp();
    }
  }

  private static void jcompose(RootOptions to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-f", "--file" -> to.files.add(from.text());
        case "-p", "--project-name" -> to.name = from.text();
        case "--env-file" -> to.envFiles.add(from.path());
        case "--profile" -> to.profiles.add(from.text());
        case "--project-directory" -> to.directory = from.path();
        case "--workdir" -> to.oldDirectory = from.path();
        case "--progress" -> to.progress = from.text();
        case "--ansi" -> to.ansi = from.text();
        case "--parallel" -> to.parallel = from.number();
        case "--dry-run" -> to.dryRun = from.on();
        case "--all-resources" -> to.allResources = from.on();
        case "--insecure-registry" -> to.insecureRegistries.add(from.text());
        case "-H", "--host" -> to.docker.host = from.text();
        case "-c", "--context" -> to.docker.context = from.text();
        case "--config" -> to.docker.config = from.text();
        case "--tls", "--tlsverify" -> to.docker.tls = from.on();
        case "--tlscacert", "--tlscert", "--tlskey" -> to.docker.certificate = from.text();
        case "--compatibility" -> to.compatibility = from.on();
        case "--no-ansi" -> to.noAnsi = from.on();
        case "-D", "--debug", "--verbose" -> to.verbose = from.on();
        case "-l", "--log-level" -> to.logLevel = from.text();
        case "-v", "--version" -> to.version = from.on();
        case "-h", "--help" -> to.help = from.on();
        case PlainArguments.WORD -> to.words.addAll(from.wordAndRest());
        default -> from.giveUp();
      }
    }
  }

  private static void attach(AttachCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--index" -> to.replica.index = from.number();
        case "--detach-keys" -> to.detachKeys = from.text();
        case "--no-stdin" -> to.noInput = from.on();
        case PlainArguments.WORD -> from.place();
        default -> from.giveUp();
      }
    }
    if (from.hasPlaced(1, 1)) {
      to.service = from.placed(0);
    }
  }

  private static void build(BuildCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "--build-arg" -> to.arguments.add(from.text());
        case "--no-cache" -> to.noCache = from.on();
        case "--pull" -> to.pull = from.on();
        case "-q", "--quiet" -> to.quiet = from.on();
        case "--with-dependencies" -> to.dependencies = from.on();
        case "--builder" -> to.builder = from.text();
        case "--check" -> to.check = from.on();
        case "-m", "--memory" -> to.memory = from.text();
        case "--print" -> to.print = from.on();
        case "--provenance" -> to.provenance = from.text();
        case "--push" -> to.push = from.on();
        case "--sbom" -> to.sbom = from.text();
        case "--ssh" -> to.ssh.add(from.text());
        case "--compress", "--force-rm", "--no-rm", "--parallel" -> to.ignored = from.on();
        case "--progress" -> to.progress = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void commit(CommitCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--index" -> to.replica.index = from.number();
        case "-a", "--author" -> to.author = from.text();
        case "-m", "--message" -> to.message = from.text();
        case "-c", "--change" -> to.changes.add(from.text());
        case PlainArguments.WORD -> from.place();
        default -> from.giveUp();
      }
    }
    if (from.hasPlaced(1, 2)) {
      to.service = from.placed(0);
      if (from.hasPlaced(1)) {
        to.name = from.placed(1);
      }
    }
  }

  private static void completion(CompletionCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.shells.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void config(ConfigCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "--no-interpolate" -> to.load.noInterpolate = from.on();
        case "--no-normalize" -> to.load.noNormalize = from.on();
        case "--no-path-resolution" -> to.load.noPathResolution = from.on();
        case "--no-consistency" -> to.load.noConsistency = from.on();
        case "--no-env-resolution" -> to.load.noEnvResolution = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "--services" -> to.lists.onlyServices = from.on();
        case "--volumes" -> to.lists.volumes = from.on();
        case "--networks" -> to.lists.networks = from.on();
        case "--models" -> to.lists.models = from.on();
        case "--hash" -> to.lists.hash = from.text();
        case "--profiles" -> to.lists.profiles = from.on();
        case "--images" -> to.lists.images = from.on();
        case "--format" -> to.format = from.text();
        case "-q", "--quiet" -> to.quiet = from.on();
        case "-o", "--output" -> to.output = from.text();
        case "--variables" -> to.variables = from.on();
        case "--environment" -> to.environment = from.on();
        case "--explain" -> to.explain = from.text();
        case "--resolve-image-digests" -> to.resolveDigests = from.on();
        case "--lock-image-digests" -> to.lockDigests = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void cp(CpCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--index" -> to.replica.index = from.number();
        case "--all" -> to.all = from.on();
        case "-a", "--archive" -> to.keepsOwners = from.on();
        case "-L", "--follow-link" -> to.followsLink = from.on();
        case PlainArguments.WORD -> from.place();
        default -> from.giveUp();
      }
    }
    if (from.hasPlaced(2, 2)) {
      to.source = from.placed(0);
      to.target = from.placed(1);
    }
  }

  private static void create(CreateCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "--build" -> to.images.build = from.on();
        case "--no-build" -> to.images.noBuild = from.on();
        case "--pull" -> to.images.pull = from.text();
        case "--quiet-pull" -> to.images.quietPull = from.on();
        case "--quiet-build" -> to.images.quietBuild = from.on();
        case "--force-recreate" -> to.recreate.force = from.on();
        case "--no-recreate" -> to.recreate.never = from.on();
        case "--remove-orphans" -> to.orphans.remove = from.on();
        case "--scale" -> to.scale.scales.add(from.text());
        case "-y", "--yes" -> to.yes.yes = from.on();
        case "--y" -> to.yes.oldYes = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void down(DownCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "-t", "--timeout" -> to.timeout.seconds = from.number();
        case "-y", "--yes" -> to.yes.yes = from.on();
        case "--y" -> to.yes.oldYes = from.on();
        case "--remove-orphans" -> to.orphans.remove = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-v", "--volumes" -> to.volumes = from.on();
        case "--volume" -> to.oldVolumes = from.on();
        case "--rmi" -> to.images = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void events(EventsCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "--json" -> to.json = from.on();
        case "--since" -> to.since = from.text();
        case "--until" -> to.until = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void exec(ExecCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--index" -> to.replica.index = from.number();
        case "-d", "--detach" -> to.process.detach = from.on();
        case "-e", "--env" -> to.process.variables.add(from.text());
        case "-u", "--user" -> to.process.user = from.text();
        case "-w", "--workdir" -> to.process.directory = from.text();
        case "-T", "--no-tty", "--no-TTY" -> to.process.noTerminal = from.on();
        case "-t", "--tty" -> to.process.terminal = from.on();
        case "--privileged" -> to.privileged = from.on();
        case PlainArguments.WORD -> to.words.addAll(from.wordAndRest());
        default -> from.giveUp();
      }
    }
  }

  private static void export(ExportCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--index" -> to.replica.index = from.number();
        case "-o", "--output" -> to.output = from.text();
        case PlainArguments.WORD -> from.place();
        default -> from.giveUp();
      }
    }
    if (from.hasPlaced(1, 1)) {
      to.service = from.placed(0);
    }
  }

  private static void generate(GenerateCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--format" -> to.format = from.text();
        case "--name" -> to.name = from.text();
        case "--project-dir" -> to.directory = from.path();
        case "--dry-run" -> to.dryRun = from.on();
        case PlainArguments.WORD -> to.containers.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void images(ImagesCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-q", "--quiet" -> to.quiet = from.on();
        case "--format" -> to.format = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void kill(KillCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-s", "--signal" -> to.signal = from.text();
        case "--remove-orphans" -> to.orphans = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void lint(LintCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--rule" -> to.only.add(from.text());
        case "--disable" -> to.disabled.add(from.text());
        case "--severity" -> to.severity = from.text();
        case "--format" -> to.format = from.text();
        case "--list" -> to.list = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void logs(LogsCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--no-color" -> to.form.noColor = from.on();
        case "--no-log-prefix" -> to.form.noLogPrefix = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-f", "--follow" -> to.follow = from.on();
        case "-n", "--tail" -> to.tail = from.text();
        case "-t", "--timestamps" -> to.timestamps = from.on();
        case "--since" -> to.since = from.text();
        case "--until" -> to.until = from.text();
        case "--index" -> to.index = from.number();
        case "--grep" -> to.grep.add(from.text());
        case "--grep-not" -> to.grepNot.add(from.text());
        case "--level" -> to.level = from.text();
        case "--format" -> to.format = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void ls(LsCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "-a", "--all" -> to.all = from.on();
        case "-q", "--quiet" -> to.quiet = from.on();
        case "--filter" -> to.filters.add(from.text());
        case "--format" -> to.format = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void pause(PauseCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void plan(PlanCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--build" -> to.change.images.build = from.on();
        case "--no-build" -> to.change.images.noBuild = from.on();
        case "--pull" -> to.change.images.pull = from.text();
        case "--quiet-pull" -> to.change.images.quietPull = from.on();
        case "--quiet-build" -> to.change.images.quietBuild = from.on();
        case "--force-recreate" -> to.change.recreate.force = from.on();
        case "--no-recreate" -> to.change.recreate.never = from.on();
        case "--remove-orphans" -> to.change.orphans.remove = from.on();
        case "--no-deps" -> to.change.noDeps = from.on();
        case "--always-recreate-deps" -> to.change.recreateDependencies = from.on();
        case "-V", "--renew-anon-volumes" -> to.change.renewVolumes = from.on();
        case "--scale" -> to.scale.scales.add(from.text());
        case "-t", "--timeout" -> to.timeout.seconds = from.number();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "--wait" -> to.wait = from.on();
        case "--detailed-exitcode" -> to.detailedExitCode = from.on();
        case "--out" -> to.out = from.path();
        case "--format" -> to.format = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void plugin(PluginCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--replace" -> to.replace = from.on();
        case PlainArguments.WORD -> to.words.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void port(PortCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--index" -> to.replica.index = from.number();
        case "--protocol" -> to.protocol = from.text();
        case PlainArguments.WORD -> from.place();
        default -> from.giveUp();
      }
    }
    if (from.hasPlaced(2, 2)) {
      to.service = from.placed(0);
      to.port = from.number(from.placed(1));
    }
  }

  private static void ps(PsCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-a", "--all" -> to.all = from.on();
        case "-q", "--quiet" -> to.quiet = from.on();
        case "--services" -> to.onlyServices = from.on();
        case "--status" -> to.states.add(from.text());
        case "--filter" -> to.filter = from.text();
        case "--format" -> to.format = from.text();
        case "--no-trunc" -> to.whole = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void publish(PublishCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "-y", "--yes" -> to.yes.yes = from.on();
        case "--y" -> to.yes.oldYes = from.on();
        case "--app" -> to.app = from.on();
        case "--resolve-image-digests" -> to.resolveDigests = from.on();
        case "--oci-version" -> to.version = from.text();
        case "--with-env" -> to.withEnv = from.on();
        case "--insecure-registry" -> to.insecure = from.on();
        case PlainArguments.WORD -> from.place();
        default -> from.giveUp();
      }
    }
    if (from.hasPlaced(1, 1)) {
      to.repository = from.placed(0);
    }
  }

  private static void pull(PullCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-q", "--quiet" -> to.flags.quiet = from.on();
        case "--include-deps" -> to.flags.dependencies = from.on();
        case "--policy" -> to.policy = from.text();
        case "--ignore-pull-failures" -> to.ignoreFailures = from.on();
        case "--ignore-buildable" -> to.ignoreBuildable = from.on();
        case "--parallel", "--no-parallel" -> to.ignored = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void push(PushCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-q", "--quiet" -> to.flags.quiet = from.on();
        case "--include-deps" -> to.flags.dependencies = from.on();
        case "--ignore-push-failures" -> to.ignoreFailures = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void restart(RestartCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "-t", "--timeout" -> to.timeout.seconds = from.number();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "--no-deps" -> to.noDeps = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void rm(RmCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-f", "--force" -> to.force = from.on();
        case "-s", "--stop" -> to.stop = from.on();
        case "-v", "--volumes" -> to.volumes = from.on();
        case "-a", "--all" -> to.all = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void run(RunCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "-d", "--detach" -> to.process.detach = from.on();
        case "-e", "--env" -> to.process.variables.add(from.text());
        case "-u", "--user" -> to.process.user = from.text();
        case "-w", "--workdir" -> to.process.directory = from.text();
        case "-T", "--no-tty", "--no-TTY" -> to.process.noTerminal = from.on();
        case "-t", "--tty" -> to.process.terminal = from.on();
        case "--cap-add" -> to.flags.capAdd.add(from.text());
        case "--cap-drop" -> to.flags.capDrop.add(from.text());
        case "--entrypoint" -> to.flags.entrypoint = from.text();
        case "--env-from-file" -> to.flags.variableFiles.add(from.text());
        case "-l", "--label", "--labels" -> to.flags.labels.add(from.text());
        case "--name" -> to.flags.name = from.text();
        case "--no-deps" -> to.flags.noDependencies = from.on();
        case "-p", "--publish" -> to.flags.publish.add(from.text());
        case "-q", "--quiet" -> to.flags.quiet = from.on();
        case "--rm" -> to.flags.remove = from.on();
        case "-P", "--service-ports" -> to.flags.servicePorts = from.on();
        case "--use-aliases" -> to.flags.aliases = from.on();
        case "-v", "--volume", "--volumes" -> to.flags.volumes.add(from.text());
        case "--build" -> to.images.build = from.on();
        case "--no-build" -> to.images.noBuild = from.on();
        case "--pull" -> to.images.pull = from.text();
        case "--quiet-pull" -> to.images.quietPull = from.on();
        case "--quiet-build" -> to.images.quietBuild = from.on();
        case "--remove-orphans" -> to.orphans.remove = from.on();
        case PlainArguments.WORD -> to.words.addAll(from.wordAndRest());
        default -> from.giveUp();
      }
    }
  }

  private static void scale(ScaleCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "--no-deps" -> to.noDeps = from.on();
        case PlainArguments.WORD -> to.scales.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void start(StartCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "--wait" -> to.waits.wait = from.on();
        case "--wait-timeout" -> to.waits.waitTimeout = from.number();
        default -> from.giveUp();
      }
    }
  }

  private static void stats(StatsCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-a", "--all" -> to.all = from.on();
        case "--no-stream" -> to.once = from.on();
        case "--no-trunc" -> to.whole = from.on();
        case "--format" -> to.format = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void stop(StopCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "-t", "--timeout" -> to.timeout.seconds = from.number();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void test(TestCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "--build" -> to.images.build = from.on();
        case "--no-build" -> to.images.noBuild = from.on();
        case "--pull" -> to.images.pull = from.text();
        case "--quiet-pull" -> to.images.quietPull = from.on();
        case "--quiet-build" -> to.images.quietBuild = from.on();
        case "--services" -> to.services.add(from.text());
        case "--logs" -> to.logs = from.path();
        case "--timeout" -> to.seconds = from.number();
        case PlainArguments.WORD -> to.words.addAll(from.wordAndRest());
        default -> from.giveUp();
      }
    }
  }

  private static void top(TopCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void ui(UiCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void unpause(UnpauseCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        default -> from.giveUp();
      }
    }
  }

  private static void up(UpCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case "--build" -> to.change.images.build = from.on();
        case "--no-build" -> to.change.images.noBuild = from.on();
        case "--pull" -> to.change.images.pull = from.text();
        case "--quiet-pull" -> to.change.images.quietPull = from.on();
        case "--quiet-build" -> to.change.images.quietBuild = from.on();
        case "--force-recreate" -> to.change.recreate.force = from.on();
        case "--no-recreate" -> to.change.recreate.never = from.on();
        case "--remove-orphans" -> to.change.orphans.remove = from.on();
        case "--no-deps" -> to.change.noDeps = from.on();
        case "--always-recreate-deps" -> to.change.recreateDependencies = from.on();
        case "-V", "--renew-anon-volumes" -> to.change.renewVolumes = from.on();
        case "--scale" -> to.scale.scales.add(from.text());
        case "--wait" -> to.waits.wait = from.on();
        case "--wait-timeout" -> to.waits.waitTimeout = from.number();
        case "-t", "--timeout" -> to.timeout.seconds = from.number();
        case "-y", "--yes" -> to.yes.yes = from.on();
        case "--y" -> to.yes.oldYes = from.on();
        case "--abort-on-container-exit" -> to.attach.abortOnExit = from.on();
        case "--abort-on-container-failure" -> to.attach.abortOnFailure = from.on();
        case "--exit-code-from" -> to.attach.exitCodeFrom = from.text();
        case "--attach" -> to.attach.only.add(from.text());
        case "--no-attach" -> to.attach.not.add(from.text());
        case "--attach-dependencies" -> to.attach.dependencies = from.on();
        case "--timestamps" -> to.attach.timestamps = from.on();
        case "-w", "--watch" -> to.attach.watch = from.on();
        case "--no-color" -> to.logs.noColor = from.on();
        case "--no-log-prefix" -> to.logs.noLogPrefix = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-d", "--detach" -> to.detach = from.on();
        case "--no-start" -> to.noStart = from.on();
        case "--plan" -> to.plan = from.path();
        default -> from.giveUp();
      }
    }
  }

  private static void version(VersionCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--short" -> to.brief = from.on();
        case "--engine" -> to.withEngine = from.on();
        case "-f", "--format" -> to.format = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void viz(VizCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--image" -> to.image = from.on();
        case "--networks" -> to.networks = from.on();
        case "--ports" -> to.ports = from.on();
        case "--spaces" -> to.spaces = from.on();
        case "--indentation-size" -> to.indentation = from.number();
        case "--dry-run" -> to.dryRun = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void volumes(VolumesCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "-q", "--quiet" -> to.quiet = from.on();
        case "--format" -> to.format = from.text();
        default -> from.giveUp();
      }
    }
  }

  private static void await(WaitCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case PlainArguments.WORD -> to.names.add(from.word());
        case "--down-project" -> to.down = from.on();
        default -> from.giveUp();
      }
    }
  }

  private static void watch(WatchCommand to, PlainArguments from) {
    while (from.next()) {
      switch (from.name()) {
        case "-h", "--help" -> from.help();
        case "--dry-run" -> to.dryRun.dryRun = from.on();
        case PlainArguments.WORD -> to.services.names.add(from.word());
        case "--no-up" -> to.noUp = from.on();
        case "--no-prune" -> to.noPrune = from.on();
        case "--quiet" -> to.quiet = from.on();
        default -> from.giveUp();
      }
    }
  }
}
