package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What any engine does, whether it is real or in memory.
///
/// The containers run commands of busybox, of which an engine in memory needs to know `sleep N`,
/// `true`, `false` and `echo WORD…`, also for health checks and {@link Engine#exec}. They need the
/// image {@link Specs#IMAGE}.
@Timeout(60)
public abstract class EngineContract
    implements ContainerContract, NetworkContract, VolumeContract, StreamContract {
  private Trial on;

  /// Makes the engine that a test tries; the test closes it.
  protected abstract Engine open();

  @BeforeEach
  void openEngine() {
    on = new Trial(open());
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    on.leaveNothingBehind();
  }

  @Override
  public Trial on() {
    return on;
  }

  @Test
  void saysItsVersion() throws InterruptedException {
    assertThat(on.engine().info().speaks("1.24")).isTrue();
    assertThat(on.engine().info().version()).isNotEmpty();
  }

  @Test
  void anImageThatIsNotThereIsNotFound() throws InterruptedException {
    String image = "jcompose.invalid/nothing:1";
    var spec = on.specs().of(Specs.service("web", "true").withImage(image));

    assertThat(on.engine().image(image)).isEmpty();
    Trial.refused(Kind.NOT_FOUND, () -> on.create(spec)).withMessageContaining(image);
    on.engine().removeImage(image);
  }

  @Test
  void aReferenceWithADigestNeedsNoRegistry() throws InterruptedException {
    var digest = "@sha256:" + "0".repeat(64);

    assertThat(on.engine().pinned("r.example:5000/shop/web" + digest))
        .isEqualTo("r.example:5000/shop/web" + digest);
    assertThat(on.engine().pinned("r.example/web:1" + digest)).isEqualTo("r.example/web" + digest);
  }
}
