package dev.jcompose.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the build makes of the compiler's classes: they are as the JVM wants them, and leave it
/// nothing to make up at every start.
final class PlainCodeTest {
  private static final List<String> PACKAGES =
      Stream.of("model", "spec", "planner", "executor", "cli")
          .map(module -> "dev.jcompose." + module)
          .toList();

  /// What the compiler would leave to the JVM.
  private static final Set<String> LEFT =
      Set.of("LambdaMetafactory.metafactory", "StringConcatFactory.makeConcatWithConstants");

  private final List<ClassModel> classes =
      new ClassFileImporter()
          .withImportOption(new OnlyMainClasses()).importPackages(PACKAGES).stream()
              .map(type -> read(type.getName()))
              .toList();

  private static ClassModel read(String name) {
    var file = "/" + name.replace('.', '/') + ".class";
    try (var in = PlainCodeTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyClassIsValid() {
    assertThat(classes).hasSizeGreaterThan(1_000);
    for (var each : classes) {
      assertThat(ClassFile.of().verify(each)).as(name(each)).isEmpty();
    }
  }

  @Test
  void lambdasHaveClassesOfTheirOwn() {
    assertThat(classes)
        .extracting(PlainCodeTest::name)
        .anyMatch(name -> name.endsWith("$$Lambdas"));
    assertThat(classes.stream().filter(each -> callSites(each).anyMatch(LEFT::contains)))
        .extracting(PlainCodeTest::name)
        .isEmpty();
  }

  private static String name(ClassModel model) {
    return model.thisClass().asInternalName();
  }

  private static Stream<String> callSites(ClassModel model) {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .map(call ->
            call.bootstrapMethod().owner().displayName()
                + "."
                + call.bootstrapMethod().methodName());
  }
}
