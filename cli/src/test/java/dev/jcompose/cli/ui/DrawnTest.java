package dev.jcompose.cli.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.text.Paint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DrawnTest {
  @Test
  void theUsualWindowShowsAllColumnsAndTheLogsOfTheSelectedRow() {
    var shop = Shop.at(80, 16).writing("db-1", 1, 20);
    assertThat(shop.screen())
        .isEqualTo(
            """
             shop  2/3 running  CPU 12.3%  MEM 50MiB
              SERVICE  STATE        HEALTH   RESTARTS    CPU  MEMORY  PORTS
            > db       running      healthy            12.3%   50MiB  127.0.0.1:5432->5432/…
              mail     not created
              web      1/2 running
                web-1  running
                web-2  exited (3)
            ━━ logs of db ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
            line 14
            line 15
            line 16
            line 17
            line 18
            line 19
            line 20
             l logs  r restart  s stop  u start  x shell  p pause  K kill  ? help  q quit
            """);
  }

  @Test
  void aNarrowWindowKeepsWhatMattersMost() {
    assertThat(Shop.at(40, 10).screen())
        .isEqualTo(
            """
             shop  2/3 running  CPU 12.3%  MEM 50MiB
              SERVICE  STATE          CPU  MEMORY
            > db       running      12.3%   50MiB
              mail     not created
              web      1/2 running
                web-1  running
                web-2  exited (3)


             l logs  r restart  ? help  q quit
            """);
  }

  @Test
  void theLogsOfSeveralReplicasSayWhoseTheyAre() {
    var shop =
        Shop.at(30, 6).typing("G").typing("kk").writing("web-1", 1, 2).writing("web-2", 3, 3);
    assertThat(shop.typing("l").screen())
        .isEqualTo(
            """
            ━━ logs of web ━━━━━━━━━━━━━━━
            web-1 | line 1
            web-1 | line 2
            web-2 | line 3

             ↑↓ scroll  / filter  ? help
            """);
  }

  @Test
  void anEngineThatIsGoneIsTold() {
    var shop = Shop.at(60, 10).happening(new UiEvent.Lost("nobody listens"));
    assertThat(shop.screen()).contains(" The engine is gone, waiting for it: nobody listens\n");
    assertThat(shop.seeing(Shop.DB).screen()).doesNotContain("gone");
  }

  @Test
  void theSelectedRowIsInAWindowThatIsTooLowForAll() {
    assertThat(Shop.at(40, 5).typing("G").screen()).contains("> ").contains("web-2");
    assertThat(Shop.at(40, 5).typing("Gg").screen()).contains("> db");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "20, 5", "40, 10", "80, 24", "200, 60"})
  void linesFillTheWindowAndNeverMoreThanThat(int columns, int rows) {
    for (String keys : new String[] {"", "l", "?", "K", "/wide\n", "G"}) {
      var shop = Shop.at(columns, rows).typing(keys).writing("web-1", 1, 99);
      shop.happening(new UiEvent.Said("漢字".repeat(60), News.Tone.BAD));
      var lines = Drawn.of(shop.state(), Paint.OFF);
      assertThat(lines).as(keys).hasSize(rows);
      assertThat(lines).as(keys).allMatch(line -> Cells.width(line) <= columns);
    }
  }

  @Test
  void coloursAreOnlyThereWhenWanted() {
    var state = Shop.at(80, 24).state();
    assertThat(String.join("", Drawn.of(state, Paint.OFF))).doesNotContain("\u001b");
    assertThat(String.join("", Drawn.of(state, Paint.ON))).contains("\u001b[7m", "\u001b[31m");
  }
}
