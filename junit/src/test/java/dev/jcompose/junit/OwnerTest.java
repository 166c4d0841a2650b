package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whose projects may be removed.
final class OwnerTest {
  /// The greatest id that Linux gives is far below.
  private static final long NOBODY = Integer.MAX_VALUE - 1L;

  private final Owner self = Owner.self();

  @Test
  void aLabelNamesItsOwner() {
    assertThat(Owner.parse(self.label())).contains(self);
  }

  @Test
  void thisProcessHasNotEnded() {
    assertThat(self.hasEnded()).isFalse();
  }

  @Test
  void aProcessThatIsNotThereHasEnded() {
    assertThat(new Owner(self.host(), NOBODY, self.start()).hasEnded()).isTrue();
  }

  @Test
  void anotherProcessWithTheSameIdIsNotTheOwner() {
    assertThat(new Owner(self.host(), self.pid(), self.start() - 60_000).hasEnded()).isTrue();
  }

  @Test
  void aClockThatWasSetDoesNotEndAProcess() {
    assertThat(new Owner(self.host(), self.pid(), self.start() - 1_500).hasEnded()).isFalse();
  }

  @Test
  void aProcessOfWhichOnlyTheIdIsKnownIsTheOwner() {
    assertThat(new Owner(self.host(), self.pid(), 0).hasEnded()).isFalse();
  }

  @Test
  void nothingIsKnownOfOtherHosts() {
    assertThat(new Owner("elsewhere", NOBODY, self.start()).hasEnded()).isFalse();
  }

  @Test
  void aLabelOfSomebodyElseNamesNobody() {
    assertThat(Owner.parse("me")).isEmpty();
    assertThat(Owner.parse("1/x/host")).isEmpty();
    assertThat(Owner.parse("99999999999999999999/1/host")).isEmpty();
  }
}
