package dev.jcompose.cli.template;

/// A template that is not written as templates are, or that asks for what is not there. The message
/// is for people.
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message);
  }
}
