package dev.jcompose.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;

/// The arrows of the design: which part may know which.
@AnalyzeClasses(packages = "dev.jcompose", importOptions = OnlyMainClasses.class)
final class ArrowsTest {
  @ArchTest
  static final ArchRule modulesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("dev.jcompose.model..")
          .layer("compose-spec")
          .definedBy("dev.jcompose.spec..")
          .layer("planner")
          .definedBy("dev.jcompose.planner..")
          .layer("executor")
          .definedBy("dev.jcompose.executor..")
          .layer("cli")
          .definedBy("dev.jcompose.cli..")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("compose-spec")
          .mayOnlyAccessLayers("model")
          .whereLayer("planner")
          .mayOnlyAccessLayers("model")
          .whereLayer("executor")
          .mayOnlyAccessLayers("planner", "model")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.jcompose.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyOnePackageKnowsDockerJava =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.jcompose.executor.docker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.dockerjava..");

  @ArchTest
  static final ArchRule onlyTheSchemaKnowsItsValidator =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.jcompose.spec.schema..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.networknt..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocliAndTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.jcompose.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "org.jline..");

  @ArchTest
  static final ArchRule onlyTheEntryPointHasTheStandardStreams =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.jcompose.cli.Main")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule nobodyExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.jcompose.cli..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class);

  @ArchTest
  static final ArchRule librariesDoNotReadTheEnvironment =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.jcompose.cli..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  /// A process that has read from a socket in a virtual thread takes long to end.
  @ArchTest
  static final ArchRule threadsAreOfThePlatform =
      noClasses()
          .that()
          .doNotHaveSimpleName("Interruptible")
          .should()
          .callMethod(Thread.class, "ofVirtual")
          .orShould()
          .callMethod(Thread.class, "startVirtualThread", Runnable.class)
          .orShould()
          .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .that(
              new DescribedPredicate<JavaClass>("describe their package") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getSimpleName().equals("package-info");
                }
              })
          .should()
          .beAnnotatedWith(NullMarked.class);
}
