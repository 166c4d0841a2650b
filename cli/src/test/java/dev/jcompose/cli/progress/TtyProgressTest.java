package dev.jcompose.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.host.Screen;
import dev.jcompose.cli.text.Paint;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.ImageProgress;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Operation.OnFailure;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The lines that are redrawn in place.
final class TtyProgressTest {
  private static final Step DB = start(1, "shop-db-1");
  private static final Step WEB = start(2, "shop-web-1");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Instant now = Instant.EPOCH;

  private static Step start(int number, String container) {
    return new Step(
        new StepId(number),
        new Operation.StartContainer(
            new ContainerRef.Existing(new ContainerId("0".repeat(64)), container)),
        List.of(),
        new Cause.NotRunning(ContainerStatus.State.EXITED));
  }

  /// The last picture after these events, one second apart.
  private List<String> picture(int columns, int rows, Event... events) {
    return picture(new Plan(List.of(DB, WEB), List.of(), List.of()), columns, rows, events);
  }

  private List<String> picture(Plan plan, int columns, int rows, Event... events) {
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var progress = new TtyProgress(out, plan, screen(columns, rows), Paint.OFF, () -> now);
    for (Event event : events) {
      progress.show(event);
      now = now.plusSeconds(1);
    }
    return lastPicture(bytes.toString(StandardCharsets.UTF_8));
  }

  private static Screen screen(int columns, int rows) {
    return new Screen() {
      @Override
      public boolean inputIsTerminal() {
        return true;
      }

      @Override
      public boolean outputIsTerminal() {
        return true;
      }

      @Override
      public boolean errorIsTerminal() {
        return true;
      }

      @Override
      public Size size() {
        return new Size(columns, rows);
      }
    };
  }

  private static List<String> lastPicture(String written) {
    var picture = written.substring(written.lastIndexOf("[+]"));
    return picture
        .lines()
        .map(line -> line.replaceAll("\u001b\\[\\??[0-9]*[a-zA-Z]", ""))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @Test
  void oneLineForEachThing() {
    var lines =
        picture(
            50,
            24,
            new Event.Started(DB),
            new Event.Started(WEB),
            new Event.Done(DB, Duration.ofSeconds(2)));

    assertThat(lines)
        .containsExactly(
            "[+] Running 1/2",
            " ✔ Container shop-db-1   Started             2.0s",
            " ⠋ Container shop-web-1  Starting            1.0s");
  }

  @Test
  void aTransferHasABarAndInTheEndItsSize() {
    var pull =
        new Step(
            new StepId(1),
            new Operation.PushImage(new ServiceName("web"), "web", OnFailure.GO_ON),
            List.of(),
            new Cause.Requested());
    var plan = new Plan(List.of(pull), List.of(), List.of());
    var half = new ImageProgress(Optional.of("a"), "Pushing", 500, 1000);
    var done = new ImageProgress(Optional.of("a"), "Pushed", 0, 0);

    assertThat(picture(plan, 70, 24, new Event.Started(pull), new Event.Transferring(pull, half)))
        .containsExactly(
            "[+] Pushing 0/1",
            " ⠋ Image web  Pushing  ━━━━━───── 500B/1kB 0/1 layers            1.0s");
    assertThat(
            picture(
                plan,
                70,
                24,
                new Event.Started(pull),
                new Event.Transferring(pull, half),
                new Event.Transferring(pull, done),
                new Event.Done(pull, Duration.ofSeconds(2))))
        .containsExactly(
            "[+] Pushing 1/1",
            " ✔ Image web  Pushed  1 layer 1kB                                3.0s");
  }

  @Test
  void aNarrowWindowHasTheEndsOfNamesAndWhatBecomesOfThem() {
    var lines = picture(20, 24, new Event.Started(DB), new Event.Failed(DB, "no"));

    assertThat(lines)
        .containsExactly("[+] Running 1/2", " ✘ …op-db-1  Error")
        .allMatch(line -> line.length() < 20);
  }

  @Test
  void whatIsNotDoneIsShownFirstInALowWindow() {
    var events = new ArrayList<Event>();
    Stream.of(DB, WEB).map(Event.Started::new).forEach(events::add);
    events.add(new Event.Done(DB, Duration.ZERO));

    assertThat(picture(50, 3, events.toArray(Event[]::new)))
        .containsExactly("[+] Running 1/2", " ⠋ Container shop-web-1  Starting            1.0s");
  }

  @Test
  void theCursorGoesUpByTheLinesDrawnBefore() {
    picture(50, 24, new Event.Started(DB), new Event.Started(WEB));

    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\u001b[2A\r[+] Running 0/2");
  }
}
