package dev.jcompose.executor.provider;

import dev.jcompose.model.AiModel;
import dev.jcompose.model.ServiceName;

/// A provider did not do what was asked; the message is for the user.
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderException(ServiceName service, String reason) {
    super("provider of " + service + ": " + reason);
  }

  ProviderException(AiModel model, String reason) {
    super("model " + model.key() + ": " + reason);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
