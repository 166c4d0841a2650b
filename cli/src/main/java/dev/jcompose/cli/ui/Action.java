package dev.jcompose.cli.ui;

/// What can be done to a service.
enum Action {
  RESTART("restart"),
  STOP("stop"),
  START("start"),
  PAUSE("pause"),
  UNPAUSE("unpause"),
  KILL("kill");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
