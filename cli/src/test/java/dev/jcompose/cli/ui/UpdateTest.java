package dev.jcompose.cli.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.ui.Key.Special;
import dev.jcompose.model.ServiceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpdateTest {
  private static final ServiceName DB = new ServiceName("db");

  @Test
  void logsFollowTheSelectedRow() {
    var shop = Shop.at(80, 24).writing("db-1", 1, 1).typing("j");
    assertThat(shop.effects())
        .containsExactly(
            new UiEffect.Follow(new Row.Id(new ServiceName("mail"), Optional.empty())));
    assertThat(shop.state().logs().lines()).isEmpty();
  }

  @Test
  void keysActOnTheServiceOfTheRow() {
    assertThat(Shop.at(80, 24).typing("r").effects())
        .containsExactly(new UiEffect.Act(Action.RESTART, List.of(DB)));
    assertThat(Shop.at(80, 24).typing("Gu").effects())
        .containsExactly(new UiEffect.Act(Action.START, List.of(new ServiceName("web"))));
    assertThat(Shop.at(80, 24).typing("U").effects())
        .containsExactly(new UiEffect.Act(Action.START, List.of()));
  }

  @Test
  void aKillIsAskedForFirst() {
    assertThat(Shop.at(80, 24).typing("K").effects()).isEmpty();
    assertThat(Shop.at(80, 24).typing("Kn").effects()).isEmpty();
    assertThat(Shop.at(80, 24).typing("Ky").effects())
        .containsExactly(new UiEffect.Act(Action.KILL, List.of(DB)));
  }

  @Test
  void aShellOpensInAReplicaThatRuns() {
    assertThat(Shop.at(80, 24).typing("x").effects()).containsExactly(new UiEffect.Shell(Shop.DB));
    var stopped = Shop.at(80, 24).typing("Gx");
    assertThat(stopped.effects()).isEmpty();
    assertThat(stopped.screen()).contains("web-2 is not running");
  }

  @Test
  void whoLeavesIsToldWhatGoesOn() {
    assertThat(Shop.at(80, 24).typing("q").effects()).containsExactly(new UiEffect.Quit(0));
    var busy = Shop.at(80, 24).typing("sq");
    assertThat(busy.effects()).isEmpty();
    assertThat(busy.screen()).contains("Something is still being done");
    assertThat(busy.typing("q").effects()).containsExactly(new UiEffect.Quit(0));
    assertThat(Shop.at(80, 24).pressing(Special.INTERRUPT).effects())
        .containsExactly(new UiEffect.Quit(130));
  }

  @Test
  void aRowThatHasGoneIsFollowedByTheOneInItsPlace() {
    var shop = Shop.at(80, 24).typing("G").seeing(Shop.DB, Shop.WEB_1);
    assertThat(shop.state().row().map(Row::name)).contains("web");
  }

  @Test
  void theLogsBeginAnewWhenTheEngineIsBack() {
    var shop = Shop.at(80, 24).happening(new UiEvent.Lost("gone")).seeing(Shop.DB);
    assertThat(shop.effects()).contains(new UiEffect.Follow(new Row.Id(DB, Optional.empty())));
  }

  @Test
  void whoScrollsIsNotMovedByNewLines() {
    var shop = Shop.at(80, 7).writing("db-1", 1, 20).typing("l").pressing(Special.UP);
    var before = shop.screen();
    assertThat(before).contains("held").contains("line 19\n").doesNotContain("line 20\n");
    assertThat(shop.writing("db-1", 21, 30).screen()).isEqualTo(before);
    assertThat(shop.pressing(Special.END).screen()).contains("line 30\n").doesNotContain("held");
    assertThat(shop.pressing(Special.HOME).screen()).contains("line 1\n");
  }

  @Test
  void aFilterLeavesOtherLinesOut() {
    var shop = Shop.at(80, 20).writing("db-1", 1, 20).typing("/LINE 1x");
    shop.pressing(Special.BACKSPACE).typing("\n");
    assertThat(shop.screen()).contains("line 1\n", "line 19\n").doesNotContain("line 20\n");
    assertThat(shop.pressing(Special.ESCAPE).screen()).contains("line 20\n");
  }

  @Test
  void onlyTheLastLinesAreKept() {
    var shop = Shop.at(80, 24).writing("db-1", 1, 5000);
    assertThat(shop.state().logs().lines()).hasSize(LogPane.MOST);
    assertThat(shop.state().logs().lines().getLast().text()).isEqualTo("line 5000");
  }
}
