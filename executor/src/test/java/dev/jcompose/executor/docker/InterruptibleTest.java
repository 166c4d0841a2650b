package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class InterruptibleTest {
  @Test
  void aCallThatTheTransportGaveUpWasInterrupted() {
    assertThatThrownBy(() ->
            Interruptible.call(() -> {
              throw new CancellationException();
            }))
        .isInstanceOf(InterruptedException.class);
  }
}
