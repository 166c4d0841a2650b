package dev.jcompose.executor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts are read and written as by Jackson, which another library brings.
final class JsonValueTest {
  private static final ObjectMapper ORACLE =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"a\"",
          "\"b\\n\"",
          "\"\\u00e9ü\"",
          "true",
          "false",
          "null",
          "0",
          "-1.5e+3",
          "12345678901234567890",
          " ",
          "\n",
          "-",
          "01",
          "\"",
          "\\",
          "x");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[[],{\"a\":{}}]",
        "{\"a\":1,\"b\":[true,false,null,\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"]}",
        "\"\\ud83d\\ude00 😀\"",
        "-0.5E-10",
        " [ 1 , 2 ] ",
        "{\"a\":1,\"a\":2}"
      })
  void whatItWritesMeansWhatItRead(String text) throws IOException {
    assertThat(ORACLE.readTree(JsonValue.parse(text).toJson())).isEqualTo(ORACLE.readTree(text));
  }

  @Test
  void randomTextsAreTakenAndRefusedAsByAnotherReader() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length >= 0; length--) {
        text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      }
      assertThat(isJson(text.toString())).as(text.toString()).isEqualTo(isJsonToJackson(text));
    }
  }

  private static boolean isJson(String text) {
    try {
      var _ = JsonValue.parse(text);
      return true;
    } catch (MalformedJsonException _) {
      return false;
    }
  }

  /// Nothing at all is a missing value to the other one, and no JSON here.
  private static boolean isJsonToJackson(StringBuilder text) {
    try {
      return !ORACLE.readTree(text.toString()).isMissingNode();
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    JsonValue value = JsonValue.parse("{\"a\":[1],\"n\":null}");
    assertThat(value.path("b").path("c").path(3).asText()).isEmpty();
    assertThat(value.path("a").path(1).asLong()).isZero();
    assertThat(value.path("a").path("x").has("y")).isFalse();
    assertThat(value.has("n")).isTrue();
    assertThat(value.path("n").asText()).isEmpty();
    assertThat(value.path("a").path(0)).isEmpty();
  }

  @Test
  void numbersMayStandInStrings() throws IOException {
    JsonValue value = JsonValue.parse("[\"8080\",\"x\",1.9,1e3,9223372036854775807]");
    assertThat(value)
        .extracting(JsonValue::asLong)
        .containsExactly(8080L, 0L, 1L, 1000L, Long.MAX_VALUE);
    assertThat(value.path(4).asInt()).isZero();
  }

  @Test
  void aMistakeIsNamedByItsPlaceAlone() {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> JsonValue.parse("{\n  \"password\": secret\n}"))
        .withMessage("what stands at line 2, column 15 is not JSON");
  }

  @Test
  void endlessNestingIsRefused() {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> JsonValue.parse("[".repeat(100_000)));
  }

  @Test
  void aStreamIsCutIntoObjects() throws IOException {
    List<String> pieces = new ArrayList<>();
    String stream = "{\"a\":\"}\\\"{\"}{\"b\":[{}]}\r\n{\"c\":\"ü\"}\n";
    JsonPieces.read(
        new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)),
        piece -> pieces.add(piece.toJson()));
    assertThat(pieces).containsExactly("{\"a\":\"}\\\"{\"}", "{\"b\":[{}]}", "{\"c\":\"ü\"}");
  }

  @Test
  void aStreamThatEndsWithinAnObjectIsMalformed() {
    var stream = new ByteArrayInputStream("{\"a\":1}{\"b\"".getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> JsonPieces.read(stream, _ -> {}));
  }
}
