package dev.jcompose.cli.command;

import dev.jcompose.cli.job.TestRun;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.Project;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Plan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What `test` saves when it fails: `plan.txt` and `plan.json`, `ps.txt` and `ps.json`, and of each
/// container `logs/NAME.log` and `inspect/NAME.json`.
///
/// @param plan that by which the project was started
/// @param folder made if it is not there; files of an earlier failure are written anew
record TestReport(Session session, Project project, Plan plan, Path folder)
    implements TestRun.Report {
  private static final LogOptions WITH_TIMES =
      new LogOptions(false, Optional.empty(), Optional.empty(), Optional.empty(), true);

  @Override
  public void save() throws InterruptedException {
    var context = session.context();
    try {
      Files.createDirectories(folder.resolve("logs"));
      Files.createDirectories(folder.resolve("inspect"));
      write("plan.txt", PlanText.of(project, plan));
      write("plan.json", PlanText.json(project, plan));
      var containers = session.engine().containers(project.name());
      states(context, containers);
      for (ObservedContainer container : containers) {
        write(
            "inspect/" + container.name() + ".json",
            session.engine().access().inspection(container.id()) + "\n");
        log(container);
      }
      context.tell("Saved logs, states, inspections and the plan in " + folder + ".");
    } catch (IOException | UncheckedIOException failure) {
      context.warn("cannot save what tells of the failure: " + failure.getMessage());
    }
  }

  private void states(Context context, List<ObservedContainer> containers) throws IOException {
    var rows = new PsRows(context.host().clock().instant(), PsRows.Width.WHOLE);
    List<SequencedMap<String, Object>> fields = containers.stream().map(rows::row).toList();
    write("ps.txt", lines(Listing.of("table", PsRows.HEADINGS, PsRows.TABLE).text(fields)));
    write("ps.json", lines(fields.stream().map(row -> JsonText.of(Listing.plain(row))).toList()));
  }

  private void log(ObservedContainer container) throws IOException, InterruptedException {
    var file = folder.resolve("logs").resolve(container.name() + ".log");
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      session.engine().logs(container.id(), WITH_TIMES, line -> write(out, line));
    }
  }

  private static void write(OutputStream out, LogLine line) {
    try {
      if (line.time().isPresent()) {
        out.write((line.time().get() + " ").getBytes(StandardCharsets.UTF_8));
      }
      out.write(line.content().bytes());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
