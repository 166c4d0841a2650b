package dev.jcompose.cli.progress;

/// How a step appears on the screen.
///
/// @param thing what it is about, e.g. `Container shop-web-1`
/// @param doing e.g. `Creating`; empty: its beginning is not shown
/// @param done e.g. `Created`; empty: its end is not shown
public record StepText(String thing, String doing, String done) {
  static StepText container(String name, String doing, String done) {
    return new StepText("Container " + name, doing, done);
  }

  static StepText hidden(String container) {
    return container(container, "", "");
  }

  StepText onlyDoing() {
    return new StepText(thing, doing, "");
  }

  StepText onlyDone() {
    return new StepText(thing, "", done);
  }
}
