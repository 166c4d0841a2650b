package dev.jcompose.spec.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteReferenceTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          https://example.com/a/x.git,          https://example.com/a/x.git, '',            ''
          https://example.com/x.git#v1,         https://example.com/x.git,   v1,            ''
          https://example.com/x.git#v1:a/b,     https://example.com/x.git,   v1,            a/b
          https://example.com/x.git#:a,         https://example.com/x.git,   '',            a
          HTTPS://example.com/x.git#,           https://example.com/x.git,   '',            ''
          http://example.com/x.git?ref=v1,      http://example.com/x.git,    v1,            ''
          git://example.com/x?tag=v1&subdir=a,  git://example.com/x,         refs/tags/v1,  a
          git://example.com/x?branch=b#:a,      git://example.com/x,         refs/heads/b,  a
          ssh://me@example.com:22/x#a/b,        ssh://me@example.com:22/x,   a/b,           ''
          git@example.com:a/x.git#main:sub,     git@example.com:a/x.git,     main,          sub
          github.com/a/x#main,                  https://github.com/a/x,      main,          ''
          """)
  void repositoriesAreNamedAsForBuilds(String text, String repository, String ref, String path)
      throws RemoteException {
    assertThat(RemoteReference.isRemote(text)).isTrue();
    assertThat(RemoteReference.parse(text))
        .isEqualTo(new RemoteReference.Git(repository, given(ref), given(path)));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"compose.yaml", "./a@b.yaml", "/a/b", "git@example.com", "a:b", "~/x", "-", ""})
  void filesHereAreNoReferences(String text) {
    assertThat(RemoteReference.isRemote(text)).isFalse();
  }

  @Test
  void artifactsInRegistriesAreKnown() throws RemoteException {
    assertThat(RemoteReference.parse("oci://host/a:1"))
        .isEqualTo(new RemoteReference.Oci("host/a:1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.com/x | over HTTP only git repositories are read, and their path ends with `.git`
          file:///srv/x.git     | `file://` names nothing that can be fetched
          git://h/x#-u          | "-u" cannot be a branch, a tag or a commit
          git://h/x#a*          | "a*" cannot be a branch, a tag or a commit
          git://h/x#a..b        | "a..b" cannot be a branch, a tag or a commit
          git://h/x#m:../a      | the path ../a leads out of the repository
          git://h/x#m:a/../../b | the path a/../../b leads out of the repository
          git://h/x#m:/etc      | a path in a repository is relative, and this is /etc
          git://h/x?ref=a#b     | the reference names two refs
          git://h/x?depth=1     | `depth=1` is no option of a git reference
          ssh://-oProxy=x/y     | a host's name does not begin with `-`
          git@-oProxy:y         | a host's name does not begin with `-`
          """)
  void whatCannotBeFetchedIsSaid(String text, String message) {
    assertThat(RemoteReference.isRemote(text)).isTrue();
    assertThatThrownBy(() -> RemoteReference.parse(text)).hasMessage(message);
  }
}
