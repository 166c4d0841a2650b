import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Writes out in class files what the JVM would make up anew at every start: lambdas, the type tests
/// of `switch`, and the `equals` and `hashCode` of records.
///
/// The compiler leaves them to the JVM, by invokedynamic, and that makes a class for each as it is
/// met. The cache that the launcher uses keeps such classes for lambdas alone, and each of them takes
/// as long to be had from it as a whole class does. Here the lambdas of a class become one class, and
/// the others a private method each of the class they stand in. All else stays as it was.
///
/// Takes the folder of the classes; what they use must be on the class path.
public final class PlainCode {
  private static final ClassFile FILES =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.defaultResolver()
                  .orElse(
                      ClassHierarchyResolver.ofResourceParsing(PlainCode.class.getClassLoader()))));

  private static final MethodTypeDesc HASH =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private PlainCode() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    if (Files.notExists(folder)) {
      return;
    }
    var members = new TreeMap<String, List<ClassDesc>>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
        rewrite(folder, file, members);
      }
    }
    for (var each : members.entrySet()) {
      admit(folder.resolve(each.getKey()), each.getValue());
    }
  }

  /// Rewrites a class, and notes the classes made of its lambdas by the file of their nest's host.
  private static void rewrite(Path folder, Path file, Map<String, List<ClassDesc>> members)
      throws IOException {
    var model = FILES.parse(file);
    var self = model.thisClass().asSymbol();
    var host =
        model
            .findAttribute(Attributes.nestHost())
            .map(found -> found.nestHost().asSymbol())
            .orElse(self);
    var methods = new ArrayList<Made>();
    var lambdas = new PlainLambdas(self, host);
    var changed = FILES.transformClass(model, plain(model, methods, lambdas));
    var made = lambdas.classes(FILES, model.majorVersion());
    if (methods.isEmpty() && made.isEmpty()) {
      return;
    }
    Files.write(file, changed);
    for (var each : made.entrySet()) {
      Files.write(folder.resolve(fileOf(each.getKey())), each.getValue());
      members.computeIfAbsent(fileOf(host), key -> new ArrayList<>()).add(each.getKey());
    }
  }

  private static String fileOf(ClassDesc type) {
    var name = type.descriptorString();
    return name.substring(1, name.length() - 1) + ".class";
  }

  /// Lets classes into the nest of a host.
  private static void admit(Path file, List<ClassDesc> members) throws IOException {
    var model = FILES.parse(file);
    var all =
        Stream.concat(
                model.findAttribute(Attributes.nestMembers()).stream()
                    .flatMap(found -> found.nestMembers().stream())
                    .map(ClassEntry::asSymbol),
                members.stream())
            .distinct()
            .toList();
    Files.write(
        file,
        FILES.transformClass(
            model,
            ClassTransform.dropping(NestMembersAttribute.class::isInstance)
                .andThen(
                    ClassTransform.endHandler(
                        builder -> builder.with(NestMembersAttribute.ofSymbols(all))))));
  }

  /// A method that takes the place of a call site.
  private record Made(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

  private static ClassTransform plain(
      ClassModel model, List<Made> methods, PlainLambdas lambdas) {
    var self = model.thisClass().asSymbol();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    CodeTransform calls =
        (code, element) -> {
          if (element instanceof InvokeDynamicInstruction call && PlainLambdas.makesOne(call)) {
            lambdas.replace(code, call);
            return;
          }
          var body = body(element);
          if (body == null) {
            code.with(element);
            return;
          }
          var type = ((InvokeDynamicInstruction) element).typeSymbol();
          var made = new Made("plain$" + methods.size(), type, body);
          methods.add(made);
          code.invokestatic(self, made.name, type, isInterface);
        };
    return ClassTransform.transformingMethodBodies(calls)
        .andThen(
            ClassTransform.endHandler(builder ->
                methods.forEach(made ->
                    builder.withMethodBody(
                        made.name,
                        made.type,
                        ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
                        made.code))));
  }

  /// What a call site does in code of its own; null if that is none of ours.
  private static Consumer<CodeBuilder> body(CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction call)) {
      return null;
    }
    var bootstrap = call.bootstrapMethod();
    var arguments = call.bootstrapArgs();
    return switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
      case "SwitchBootstraps.typeSwitch" ->
          arguments.stream().allMatch(ClassDesc.class::isInstance)
              ? code -> typeSwitch(code, arguments)
              : null;
      case "ObjectMethods.bootstrap" ->
          switch (call.name().stringValue()) {
            case "equals" ->
                code -> equals(code, (ClassDesc) arguments.getFirst(), fields(arguments));
            case "hashCode" ->
                code -> hashCode(code, (ClassDesc) arguments.getFirst(), fields(arguments));
            default -> null;
          };
      default -> null;
    };
  }

  private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> arguments) {
    return arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  /// The index of the first type, from the given one on, that the value has; their number if it has
  /// none, and -1 for null.
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> types) {
    var some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (int i = 0; i < types.size(); i++) {
      var next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }

  private static void equals(
      CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
    var different = code.newLabel();
    code.aload(1).instanceOf(self).ifeq(different).aload(1).checkcast(self).astore(2);
    for (var field : fields) {
      code.aload(0).getfield(self, field.methodName(), typeOf(field));
      code.aload(2).getfield(self, field.methodName(), typeOf(field));
      unlessEqual(code, typeOf(field), different);
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }

  private static void unlessEqual(CodeBuilder code, ClassDesc type, Label different) {
    if (type.isPrimitive()) {
      var compare = MethodTypeDesc.of(ConstantDescs.CD_int, type, type);
      code.invokestatic(PlainLambdas.BOXES.get(type), "compare", compare).ifne(different);
    } else {
      code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(different);
    }
  }

  private static void hashCode(
      CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
    code.iconst_0();
    for (var field : fields) {
      var type = typeOf(field);
      code.bipush(31).imul().aload(0).getfield(self, field.methodName(), type);
      if (type.isPrimitive()) {
        var hash = MethodTypeDesc.of(ConstantDescs.CD_int, type);
        code.invokestatic(PlainLambdas.BOXES.get(type), "hashCode", hash);
      } else {
        code.invokestatic(OBJECTS, "hashCode", HASH);
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static ClassDesc typeOf(DirectMethodHandleDesc field) {
    return field.invocationType().returnType();
  }
}
