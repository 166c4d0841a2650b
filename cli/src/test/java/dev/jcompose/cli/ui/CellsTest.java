package dev.jcompose.cli.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CellsTest {
  @Test
  void wideCharactersTakeTwoCells() {
    assertThat(Cells.width("a漢字e\u0301")).isEqualTo(6);
    assertThat(Cells.cut("漢字漢字", 6)).isEqualTo("漢字…");
    assertThat(Cells.fill("漢字漢字", 6)).isEqualTo("漢字… ");
    assertThat(Cells.wrap("a漢字b", 3)).containsExactly("a漢", "字b");
    assertThat(Cells.wrap("漢", 1)).containsExactly("漢");
    assertThat(Cells.wrap("", 5)).containsExactly("");
  }

  @Test
  void nothingInATextMovesTheCursor() {
    assertThat(Cells.clean("\u001b[1;31mred\u001b[0m\u001b]0;title\u0007\tx\r\u0008!"))
        .isEqualTo("red    x!");
  }
}
