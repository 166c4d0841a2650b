package dev.jcompose.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogLevelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"time\":1,\"level\":\"warn\",\"msg\":\"an error\"} | WARN",
        "{\"severity\": \"ERROR\"} | ERROR",
        "ts=1 level=debug msg=x | DEBUG",
        "2026-01-01 10:00:00,123 WARN  [main] Thing | WARN",
        "2026-01-01T10:00:00Z [error] 12#12: open() failed | ERROR",
        "[Warning] Aborted connection | WARN",
        "INFO:     Uvicorn running | INFO",
        "error: no such file | ERROR",
        "E0102 10:11:12.123456 7 server.go:1] gone | ERROR",
        "I0102 10:11:12.123456 7 server.go:1] here | INFO",
        "2026-01-01 UTC [1] FATAL:  no pg_hba.conf entry | FATAL",
        "panic: runtime error | FATAL",
        "x <notice> y | INFO"
      })
  void levelsAreFoundAsProgramsWriteThem(String line, LogLevel level) {
    assertThat(LogLevel.of(line)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /error?info=1 200",
        "no error was found",
        "    at dev.example.Warn.run(Warn.java:7)",
        "terror: night",
        "E0102 is no time",
        ""
      })
  void wordsOfASentenceAreNoLevels(String line) {
    assertThat(LogLevel.of(line)).isEmpty();
  }
}
