package dev.jcompose.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What Java programs may rely on: all that is public in two packages, and nothing else. A change
/// of it is a change of a file, which `-Dgolden.update` writes anew; a line that goes breaks
/// programs.
final class PublicApiTest {
  private static final Path FILE = Path.of("src/test/resources/public-api.txt");
  private static final List<String> PACKAGES = List.of("dev.jcompose", "dev.jcompose.junit");

  private static final List<String> OF_ALL_OBJECTS = List.of("equals", "hashCode", "toString");

  private final List<JavaClass> types =
      new ClassFileImporter()
          .withImportOption(new OnlyMainClasses()).importPackages(PACKAGES).stream()
              .filter(type -> PACKAGES.contains(type.getPackageName()))
              .filter(PublicApiTest::isPublic)
              .sorted((one, other) -> one.getName().compareTo(other.getName()))
              .toList();

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isAnonymousClass()
        && type.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
  }

  private static Stream<JavaMember> members(JavaClass type) {
    return type.getMembers().stream()
        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(member -> !OF_ALL_OBJECTS.contains(member.getName()));
  }

  @Test
  void isWhatTheFileSays() throws IOException {
    var api =
        types.stream()
            .flatMap(type ->
                Stream.concat(
                    Stream.of(type.reflect().toGenericString()),
                    members(type).map(member -> "  " + signature(member)).sorted()))
            .collect(Collectors.joining("\n", "", "\n"));
    if (System.getProperty("golden.update") != null) {
      Files.writeString(FILE, api);
    }
    assertThat(FILE).hasContent(api);
  }

  private static String signature(JavaMember member) {
    return switch (member.reflect()) {
      case Executable executable -> executable.toGenericString();
      case Field field -> field.toGenericString();
      default -> throw new IllegalStateException(member.getFullName());
    };
  }

  /// Types of the other modules may change at any time.
  @Test
  void namesNoTypesOfOtherModules() {
    assertThat(types)
        .flatMap(type -> members(type).toList())
        .flatMap(JavaMember::getAllInvolvedRawTypes)
        .filteredOn(type -> type.getName().startsWith("dev.jcompose."))
        .allSatisfy(type -> assertThat(PACKAGES).contains(type.getPackageName()));
  }
}
