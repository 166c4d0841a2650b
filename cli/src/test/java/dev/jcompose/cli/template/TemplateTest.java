package dev.jcompose.cli.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What templates make of fields; the values are those that Go's own templates give.
final class TemplateTest {
  private static final Map<String, Object> FIELDS =
      Map.of(
          "Name",
          "shop-web-1",
          "Code",
          3L,
          "Empty",
          "",
          "Up",
          true,
          "Ports",
          List.of(Map.of("Port", 80L), Map.of("Port", 443L)),
          "Tags",
          List.of("a", "b"),
          "Labels",
          Map.of("team", "red", "app.kind", "api"),
          "Label",
          (Template.Method) arguments -> "label " + arguments.getFirst());

  static Stream<Arguments> templates() {
    return Stream.of(
        arguments("plain text", "plain text"),
        arguments("{{.Name}}: {{.Code}}", "shop-web-1: 3"),
        arguments("{{ .Name }}", "shop-web-1"),
        arguments("{{.Labels.team}}", "red"),
        arguments("{{index .Labels \"app.kind\"}}", "api"),
        arguments("{{.Label \"x.y\"}}", "label x.y"),
        arguments("{{.Label `raw`}}", "label raw"),
        arguments("{{upper .Name}}", "SHOP-WEB-1"),
        arguments("{{json .Tags}}", "[\"a\",\"b\"]"),
        arguments("{{.Tags}} {{.Labels}}", "[a b] map[app.kind:api team:red]"),
        arguments("{{len .Tags}} {{len .Name}}", "2 10"),
        arguments("{{join .Tags \"-\"}}", "a-b"),
        arguments("{{range .Ports}}{{.Port}};{{end}}", "80;443;"),
        arguments("{{range $i, $p := .Ports}}{{$i}}={{$p.Port}} {{end}}.", "0=80 1=443 ."),
        arguments("{{if .Up}}up{{else}}down{{end}}", "up"),
        arguments("{{if .Empty}}a{{else if eq .Code 3}}b{{else}}c{{end}}", "b"),
        arguments("{{if and .Up (gt .Code 2)}}yes{{end}}", "yes"),
        arguments("{{if not .Up}}yes{{end}}no", "no"),
        arguments("{{with .Labels}}{{.team}} of {{$.Name}}{{end}}", "red of shop-web-1"),
        arguments("{{with .Empty}}{{.}}{{else}}nothing{{end}}", "nothing"),
        arguments("{{$n := .Name}}{{$n}}", "shop-web-1"),
        arguments("a {{- .Code -}} b", "a3b"),
        arguments("{{/* a remark */}}x", "x"),
        arguments("{{printf \"%-5s|%03d\" \"ab\" .Code}}", "ab   |003"),
        arguments("{{printf \"%v %q\" .Code .Name}}", "3 \"shop-web-1\""),
        arguments("{{truncate .Name 4}}", "shop"),
        arguments("{{(index .Ports 1).Port}}", "443"),
        arguments("{{or .Empty \"else\"}}", "else"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void gives(String template, String text) {
    assertThat(Template.parse(template).render(FIELDS)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {{.Name;                       `{{` is not closed
          {{}};                          nothing stands between
          {{.Nope}};                     there is no field .Nope; there are .Code, .Empty
          {{.Name.x}};                   has no fields
          {{nope .Name}};                there is no function "nope"
          {{$x}};                        there is no variable $x
          {{if .Up}};                    an `end` is missing
          {{if .Up}}a{{else}}b;          an `end` is missing
          {{end}};                       an `end` or `else` too many
          {{.Name .Code}};               .Name takes no arguments
          {{(.Name}};                    `(` is not closed
          {{range .Name}}{{end}};        is not a list
          {{upper}};                     `upper` wants more arguments
          {{.Name ~}};                   is not understood
          {{printf "%d" .Name}};         does not fit
          {{index .Tags 7}};             there is no element 7
          {{99999999999999999999}};      too large
          """)
  void refuses(String template, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Template.parse(template).render(FIELDS))
        .withMessageContaining(message);
  }

  @Test
  void deepNestingIsRefused() {
    var deep = "{{if .Up}}".repeat(5000) + "{{end}}".repeat(5000);

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Template.parse(deep))
        .withMessageContaining("too deep");
  }
}
