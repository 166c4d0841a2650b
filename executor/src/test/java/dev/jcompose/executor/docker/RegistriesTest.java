package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.contract.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Credentials as the docker command line keeps them.
final class RegistriesTest {
  @TempDir private Path home;

  @Test
  void credentialsStandInTheFile() throws Exception {
    write("{\"auths\":{\"r.example\":{\"auth\":\"%s\"}}}".formatted(base64("me:se:cret")));

    assertThat(credentials("r.example"))
        .isEqualTo(
            "{\"serveraddress\":\"r.example\",\"username\":\"me\",\"password\":\"se:cret\"}");
    assertThat(credentials("other.example")).isEmpty();
  }

  @Test
  void aHelperIsAsked() throws Exception {
    helper("echo '{\"Username\":\"me\",\"Secret\":\"'$(cat)'\"}'");
    write("{\"credHelpers\":{\"r.example\":\"test\"}}");

    assertThat(credentials("r.example")).contains("\"password\":\"r.example\"");
  }

  @Test
  void aHelperMayHaveAToken() throws Exception {
    helper("echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'");
    write("{\"credsStore\":\"test\"}");

    assertThat(credentials("r.example"))
        .isEqualTo("{\"serveraddress\":\"r.example\",\"identitytoken\":\"t\"}");
  }

  @Test
  void aHelperMayKnowNothing() throws Exception {
    helper("exit 1");
    write("{\"credsStore\":\"test\"}");

    assertThat(credentials("r.example")).isEmpty();
  }

  @Test
  void aBrokenFileIsNamed() throws Exception {
    write("{");

    Trial.refused(EngineException.Kind.OTHER, () -> credentials("r.example"))
        .withMessageContaining(home.resolve("config.json").toString());
  }

  @Test
  void whatIsNotJsonIsNotQuoted() throws Exception {
    helper("echo hunter2");
    write("{\"credsStore\":\"test\"}");
    Trial.refused(EngineException.Kind.OTHER, () -> credentials("r.example"))
        .withMessageEndingWith("of r.example: its answer is not JSON")
        .withNoCause();

    write("{\"auths\":{\"r.example\":{\"auth\":hunter2}}}");
    Trial.refused(EngineException.Kind.OTHER, () -> credentials("r.example"))
        .withMessageContaining("line 1, column")
        .withMessageNotContaining("hunter2")
        .havingRootCause()
        .withMessageNotContaining("hunter2");
  }

  @Test
  void allOfThemTogetherMakeAConfigurationWithoutHelpers() throws Exception {
    helper("echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'");
    write(
        """
        {"auths": {"r.example": {"auth": "dTpw"}, "unknown.example": {}},
         "credHelpers": {"h.example": "test"}, "currentContext": "there"}
        """);
    assertThat(registries().clientConfig().reveal())
        .isEqualTo(
            "{\"auths\":{\"r.example\":{\"auth\":\"dTpw\"},\"h.example\":{\"identitytoken\":\"t\"}}}");
  }

  @Test
  void credentialsThatAreNotBase64AreRefused() throws Exception {
    write("{\"auths\":{\"r.example\":{\"auth\":\"hunter-2\"}}}");
    Trial.refused(EngineException.Kind.OTHER, () -> credentials("r.example"))
        .withMessage(
            "cannot read the credentials of r.example: their `auth` in config.json is not Base64");
  }

  @ParameterizedTest
  @CsvSource({
    "busybox, https://index.docker.io/v1/, busybox, latest",
    "library/busybox:1, https://index.docker.io/v1/, library/busybox, 1",
    "docker.io/library/busybox, https://index.docker.io/v1/, docker.io/library/busybox, latest",
    "localhost:5000/a/b:c, localhost:5000, localhost:5000/a/b, c",
    "r.example/a@sha256:0, r.example, r.example/a, sha256:0",
    "r.example/a:1@sha256:0, r.example, r.example/a, sha256:0",
  })
  void aReferenceNamesItsRegistry(
      String reference, String registry, String repository, String tagOrDigest) {
    assertThat(ImageName.parse(reference))
        .isEqualTo(new ImageName(registry, repository, tagOrDigest));
  }

  private String credentials(String registry) throws InterruptedException {
    return registries()
        .credentials(registry)
        .map(header -> new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .orElse("");
  }

  private Registries registries() {
    return new Registries(
        CliConfig.of(
            Map.of("DOCKER_CONFIG", home.toString(), "PATH", home + ":" + System.getenv("PATH"))));
  }

  private void write(String config) throws IOException {
    Files.writeString(home.resolve("config.json"), config);
  }

  private void helper(String script) throws IOException {
    Path file = home.resolve("docker-credential-test");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
