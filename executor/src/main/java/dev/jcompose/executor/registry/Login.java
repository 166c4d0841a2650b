package dev.jcompose.executor.registry;

import dev.jcompose.model.Sensitive;

/// Who a user is at a registry.
public sealed interface Login {
  /// Nobody in particular.
  record Anonymous() implements Login {}

  /// A user with a password.
  record Password(String user, Sensitive password) implements Login {}

  /// Somebody to whom the registry gave a token, which is exchanged for others.
  record Token(Sensitive token) implements Login {}
}
