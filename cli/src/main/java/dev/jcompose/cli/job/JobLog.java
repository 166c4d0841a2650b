package dev.jcompose.cli.job;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.text.Annotation;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.cli.text.Paint;
import java.util.LinkedHashMap;

/// What a job says of itself on standard error, in sections that can be folded where its CI system
/// knows that: GitHub Actions and GitLab. With `--progress json` each section is two events.
final class JobLog {
  private final Context context;
  private final Kind kind;

  private enum Kind {
    PLAIN,
    JSON,
    QUIET,
    GITHUB,
    GITLAB
  }

  JobLog(Context context) {
    this.context = context;
    this.kind = kind(context);
  }

  private static Kind kind(Context context) {
    var environment = context.host().environment();
    return switch (context.options().progress()) {
      case ProgressStyle.JSON -> Kind.JSON;
      case ProgressStyle.QUIET -> Kind.QUIET;
      case ProgressStyle.AUTO, ProgressStyle.TTY, ProgressStyle.PLAIN ->
          environment.getOrDefault("GITHUB_ACTIONS", "").equals("true")
              ? Kind.GITHUB
              : environment.getOrDefault("GITLAB_CI", "").equals("true") ? Kind.GITLAB : Kind.PLAIN;
    };
  }

  /// A part of the job; it ends with {@link #close()}.
  interface Section extends AutoCloseable {
    @Override
    void close();
  }

  /// How a section is shown where it can be folded.
  enum Fold {
    FOLDED,
    OPEN
  }

  /// Begins a section.
  ///
  /// @param id a word for programs, in lower case
  /// @param title for people
  Section section(String id, String title, Fold fold) {
    boolean folded = fold == Fold.FOLDED;
    switch (kind) {
      case PLAIN -> context.tell(title);
      case JSON -> event(id, "Started", title);
      case QUIET -> {}
      case GITHUB -> context.tell(folded ? "::group::" + title : title);
      case GITLAB -> context.tell(mark("start", id + (folded ? "[collapsed=true]" : "")) + title);
    }
    return () -> {
      switch (kind) {
        case PLAIN, QUIET -> {}
        case JSON -> event(id, "Done", "");
        case GITHUB -> {
          if (folded) {
            context.tell("::endgroup::");
          }
        }
        case GITLAB -> context.tell(mark("end", id));
      }
    };
  }

  /// Tells why the job fails; on GitHub as an annotation.
  ///
  /// @param id a word for programs, in lower case
  void error(String id, String message) {
    switch (kind) {
      case JSON -> event(id, "Error", message);
      case GITHUB -> context.tell(Annotation.error("jcompose test", message));
      case PLAIN, QUIET, GITLAB ->
          context.tell(context.errorPaint().in(Paint.Colour.RED, "error:") + " " + message);
    }
  }

  private String mark(String what, String section) {
    var clear = "\u001b[0K";
    return clear
        + "section_"
        + what
        + ":"
        + context.host().clock().instant().getEpochSecond()
        + ":jcompose_"
        + section
        + "\r"
        + clear;
  }

  private void event(String id, String status, String text) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", id);
    fields.put("status", status);
    if (!text.isEmpty()) {
      fields.put("text", text);
    }
    context.tell(JsonText.of(fields));
  }
}
