package dev.jcompose.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0B, 0B",
    "999, 999B, 999B",
    "1000, 1kB, 1000B",
    "1024, 1.02kB, 1KiB",
    "1984361, 1.98MB, 1.892MiB",
    "25276000000, 25.3GB, 23.54GiB"
  })
  void inPowers(long bytes, String decimal, String binary) {
    assertThat(Sizes.decimal(bytes)).isEqualTo(decimal);
    assertThat(Sizes.binary(bytes)).isEqualTo(binary);
  }
}
